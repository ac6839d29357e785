import type { Dismissal } from './seen-and-dismissed';
import type { Entry } from './entry';
import type { KnownPaper } from './paper';

/** A field's writer and receivers. */
export interface FieldUse {
  /** Page readings, reader or extension. */
  writtenBy: 'page' | 'reader' | 'papershelf';
  /** In reading-list exports; backups include all. */
  exported: boolean;
  /** In a future sync. */
  synced: boolean;
}

type EveryFieldOf<T> = { [Field in keyof Required<T>]: FieldUse };

const fact = { writtenBy: 'page', exported: true, synced: false } as const;
const word = { writtenBy: 'reader', exported: true, synced: true } as const;
const record = { writtenBy: 'papershelf', exported: false, synced: false } as const;

/** Every stored field of a paper; a missing one does not compile. */
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

export const DISMISSAL_FIELDS: EveryFieldOf<Dismissal> = {
  paperId: { ...word, exported: false },
  dismissedAt: { ...word, exported: false },
};

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
