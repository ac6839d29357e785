import type { ImportProblem } from '@/lib/import/format';

/** What was read from one file, or from the pasted list, as people are told of it. */
export interface ReadSource {
  /** The file's name; for the pasted list, words for it. */
  name: string;
  /** The format's name for people: `BibTeX`; undefined when none knows it. */
  format: string | undefined;
  /** How its text is encoded, when that is not UTF-8: `windows-1252`. */
  encoding: string | undefined;
  problems: readonly ImportProblem[];
}
