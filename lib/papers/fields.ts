import type { Dismissal } from './seen-and-dismissed';
import type { Entry } from './entry';
import type { KnownPaper } from './paper';

/** Where a stored field goes besides the database. */
export interface FieldUse {
  /** Whose it is: page readings write a page's, the reader writes a reader's, we write our own. */
  writtenBy: 'page' | 'reader' | 'papershelf';
  /** Whether reading-list exports carry it (a backup carries every field of what it holds). */
  exported: boolean;
  /** Whether a later sync between devices will carry it. */
  synced: boolean;
}

type EveryFieldOf<T> = { [Field in keyof Required<T>]: FieldUse };

const fact = { writtenBy: 'page', exported: true, synced: false } as const;
const word = { writtenBy: 'reader', exported: true, synced: true } as const;
const record = { writtenBy: 'papershelf', exported: false, synced: false } as const;

/** Every stored field of a paper; leaving one out does not compile. */
export const PAPER_FIELDS: EveryFieldOf<KnownPaper> = {
  id: { ...fact, synced: true },
  title: { ...fact, synced: true },
  abstract: fact,
  authors: fact,
  authorCount: { ...fact, exported: false },
  organization: fact,
  publishedOn: fact,
  listedOn: fact,
  submitter: { ...fact, exported: false },
  upvotes: fact,
  comments: fact,
  githubRepo: fact,
  githubStars: fact,
  projectPage: fact,
  thumbnail: { ...fact, exported: false },
  aiSummary: { ...fact, exported: false },
  aiKeywords: { ...fact, exported: false },
  firstSeenAt: record,
  lastSeenAt: record,
  completion: record,
};

/** Every stored field of a dismissal; leaving one out does not compile. */
export const DISMISSAL_FIELDS: EveryFieldOf<Dismissal> = {
  paperId: { ...word, exported: false },
  dismissedAt: { ...word, exported: false },
};

/** Every stored field of an entry; leaving one out does not compile. */
export const ENTRY_FIELDS: EveryFieldOf<Entry> = {
  paperId: word,
  status: word,
  tags: word,
  note: word,
  rating: word,
  citationKey: { writtenBy: 'papershelf', exported: true, synced: true },
  savedAt: word,
  updatedAt: { ...word, exported: false },
  removedAt: { ...word, exported: false },
  editedAt: { ...word, exported: false },
};
