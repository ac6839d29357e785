import type { Dismissal } from '@/lib/papers/seen-and-dismissed';
import type { ImportedEntry } from '@/lib/papers/merge-entries';
import type { KnownPaper, Paper } from '@/lib/papers/paper';
import type { Sighting } from '@/lib/papers/sighting';

/** What a file says of one paper. A field is there only when the file gave it. */
export interface ImportedRecord {
  /**
   * Facts. `id` is what the file proves (`arxiv:2512.01234`, `doi:10.1000/xyz`); a paper without
   * any known identifier gets `title:` and a hash of its folded title, so that the same file read
   * twice gives the same ids.
   */
  paper: Paper;
  /** The reader's own words, as far as the file has them. `updatedAt` and the like only in backups. */
  entry: ImportedEntry;
  /** When and where pages showed it; only backups know. */
  history?: PaperHistory;
  /** Where it stands in the file: the line it begins at, from 1. */
  line: number;
}

/** What a backup keeps of a paper besides its facts. */
export interface PaperHistory extends Partial<
  Pick<KnownPaper, 'firstSeenAt' | 'lastSeenAt' | 'completion'>
> {
  sightings: Sighting[];
}

/** Something in a file that could not be taken in; the rest of the file is. */
export interface ImportProblem {
  code: ImportProblemCode;
  /** From 1; absent when the whole file is meant. */
  line?: number;
  /** What the file says there, cut to 200 characters; for people, never interpreted. */
  excerpt?: string;
}

/** Each has a sentence for people in `lib/locales`, under `import.problems`. */
export type ImportProblemCode =
  /** No format recognises the file. */
  | 'unknown-format'
  /** The file is empty or holds nothing that is a paper. */
  | 'nothing-found'
  /** The bytes are no text in UTF-8, UTF-16 or Latin-1 (a PDF, a picture, an archive). */
  | 'not-text'
  /** The file is larger than a text may be in any browser (500 MB). */
  | 'too-large'
  /** The file ends in the middle: what came before is offered. */
  | 'truncated'
  /** An entry, or the line, is not as the format demands. */
  | 'bad-entry'
  /** The file is broken there, and nothing behind it can be read. */
  | 'broken-rest'
  /** A line is not in UTF-8 as others are; it was read as Windows-1252. */
  | 'mixed-encoding'
  /** A title, an abstract, a note or the tags are longer than is kept; the rest is left out. */
  | 'too-long'
  /** The file has more entries than are read of one; those before the line are offered. */
  | 'too-many'
  /** An entry has neither an identifier nor a title. */
  | 'no-identity'
  /** Our Markdown, of which only links and titles are read. */
  | 'only-for-reading'
  /** A backup of a newer Papershelf. */
  | 'newer-backup';

/** What reading a file yields, in the order of the file. */
export type ImportItem =
  | { kind: 'record'; record: ImportedRecord }
  /** That the reader was not interested in a paper; only backups know. */
  | { kind: 'dismissal'; dismissal: Dismissal; line: number }
  | { kind: 'problem'; problem: ImportProblem };

/** A format that papers are brought in from. Pure: text in, records and problems out; never throws. */
export interface ImportFormat {
  /** Stable name: `bibtex`. */
  id: string;
  /** As people know it: `BibTeX`. */
  label: string;
  /** Whether a file with this beginning (the first 64 kB of text) and name looks like it. */
  recognises(beginning: string, fileName: string): boolean;
  /**
   * The items of a file, one at a time, so that reading can be followed and left.
   * @param text the whole file, decoded, without a byte order mark
   */
  read(text: string): Iterable<ImportItem> | AsyncIterable<ImportItem>;
}
