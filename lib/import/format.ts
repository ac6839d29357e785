import type { Dismissal } from '@/lib/papers/seen-and-dismissed';
import type { ImportedEntry } from '@/lib/papers/merge-entries';
import type { KnownPaper, Paper } from '@/lib/papers/paper';
import type { Sighting } from '@/lib/papers/sighting';

/** One record of a paper; absent fields are unknown. */
export interface ImportedRecord {
  /**
   * `id` is from the file (`arxiv:2512.01234`, `doi:10.1000/xyz`), else `title:` and a hash of the
   * folded title, the same at each reading.
   */
  paper: Paper;
  /** `updatedAt` and similar fields only in backups. */
  entry: ImportedEntry;
  /** Only in backups. */
  history?: PaperHistory;
  /** First line, from 1. */
  line: number;
}

/** A paper's history in a backup. */
export interface PaperHistory extends Partial<
  Pick<KnownPaper, 'firstSeenAt' | 'lastSeenAt' | 'completion'>
> {
  sightings: Sighting[];
}

/** A part that could not be imported. */
export interface ImportProblem {
  code: ImportProblemCode;
  /** From 1; absent for the whole file. */
  line?: number;
  /** At most 200 characters, for display. */
  excerpt?: string;
}

/** Messages: `import.problems` in `lib/locales`. */
export type ImportProblemCode =
  | 'unknown-format'
  /** Empty, or without papers. */
  | 'nothing-found'
  /** Not UTF-8, UTF-16 or Windows-1252 text (a PDF, an image). */
  | 'not-text'
  /** Larger than a string may be in all browsers (500 MB). */
  | 'too-large'
  /** Ends in the middle; everything before is kept. */
  | 'truncated'
  | 'bad-entry'
  /** Unreadable from here on. */
  | 'broken-rest'
  /** A line of a UTF-8 file, read as Windows-1252. */
  | 'mixed-encoding'
  /** A title, abstract, note or tag list was cut. */
  | 'too-long'
  /** Over the limit; entries before this line are kept. */
  | 'too-many'
  /** Neither identifier nor title. */
  | 'no-identity'
  /** Papershelf's Markdown: only links and titles are read. */
  | 'only-for-reading'
  | 'newer-backup';

/** In file order. */
export type ImportItem =
  | { kind: 'record'; record: ImportedRecord }
  /** Only in backups. */
  | { kind: 'dismissal'; dismissal: Dismissal; line: number }
  | { kind: 'problem'; problem: ImportProblem };

/** Pure; never throws. */
export interface ImportFormat {
  /** Such as `bibtex`. */
  id: string;
  /** Display name: `BibTeX`. */
  label: string;
  /** Whether a file matches, by its first 64 kB and name. */
  recognises(beginning: string, fileName: string): boolean;
  /**
   * Yields items one by one, for progress and cancellation.
   * @param text the whole file, decoded, without byte order mark
   */
  read(text: string): Iterable<ImportItem> | AsyncIterable<ImportItem>;
}
