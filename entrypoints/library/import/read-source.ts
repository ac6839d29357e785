import type { ImportProblem } from '@/lib/import/format';

/** A file or the pasted text, as reported to the reader. */
export interface ReadSource {
  /** File name, or a label for pasted text. */
  name: string;
  /** The format's label, such as `BibTeX`; undefined if unrecognized. */
  format: string | undefined;
  /** Set only for the guessed encoding, `Windows-1252`. */
  encoding: string | undefined;
  problems: readonly ImportProblem[];
}
