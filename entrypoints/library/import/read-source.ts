import type { ImportProblem } from '@/lib/import/format';

/** A file or pasted text, as the reader sees it. */
export interface ReadSource {
  /** File name, or a label for text. */
  name: string;
  /** `BibTeX`; undefined if unrecognized. */
  format: string | undefined;
  /** Set only if guessed: `Windows-1252`. */
  encoding: string | undefined;
  problems: readonly ImportProblem[];
}
