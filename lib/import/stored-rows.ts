import * as v from 'valibot';
import type { Dismissal } from '@/lib/papers/seen-and-dismissed';
import type { CountsAt } from '@/lib/papers/counts';
import { RATINGS, STATUSES, type EditedField, type Entry } from '@/lib/papers/entry';
import type { ImportedEntry } from '@/lib/papers/merge-entries';
import type { KnownPaper, Paper } from '@/lib/papers/paper';
import { count, day, PAPER_FACTS, storedId, text, time } from '@/lib/papers/schemas';
import type { Sighting } from '@/lib/papers/sighting';
import { onOneLine } from '@/lib/shared/text';

// Shown on one line.
const title = v.pipe(text, v.transform(onOneLine));
const texts = v.pipe(
  v.array(v.unknown()),
  v.transform((items) => items.filter((item) => typeof item === 'string')),
);

/** A backup's paper row; the times it was seen are optional. */
export type BackupPaper = Paper & Partial<KnownPaper>;

// `satisfies`: a missing field must not compile, as restoring would lose it.
const PAPER: v.GenericSchema<unknown, BackupPaper> = v.object({
  ...PAPER_FACTS,
  // Backups hold stored rows.
  id: storedId,
  title: v.optional(title, ''),
  authors: v.exactOptional(texts),
  aiKeywords: v.exactOptional(texts),
  firstSeenAt: v.exactOptional(time),
  lastSeenAt: v.exactOptional(time),
  completion: v.exactOptional(v.object({ askedAt: time, answered: v.boolean() })),
} satisfies Record<keyof KnownPaper, v.GenericSchema>);

const ENTRY: v.GenericSchema<unknown, ImportedEntry & Pick<Entry, 'paperId'>> = v.object({
  paperId: storedId,
  status: v.exactOptional(v.picklist(STATUSES)),
  tags: v.exactOptional(texts),
  note: v.exactOptional(text),
  rating: v.exactOptional(v.picklist(RATINGS)),
  citationKey: v.exactOptional(text),
  savedAt: v.exactOptional(time),
  updatedAt: v.exactOptional(time),
  removedAt: v.exactOptional(time),
  editedAt: v.exactOptional(
    v.object({
      status: v.exactOptional(time),
      tags: v.exactOptional(time),
      note: v.exactOptional(time),
      rating: v.exactOptional(time),
      removedAt: v.exactOptional(time),
    } satisfies Record<EditedField, v.GenericSchema>),
  ),
} satisfies Record<keyof Entry, v.GenericSchema>);

const COUNTS_AT = {
  at: time,
  upvotes: v.exactOptional(count),
  comments: v.exactOptional(count),
  githubStars: v.exactOptional(count),
} satisfies Record<keyof CountsAt, v.GenericSchema>;

const SIGHTING: v.GenericSchema<unknown, Sighting> = v.object({
  ...COUNTS_AT,
  paperId: storedId,
  listing: text,
  day,
  rank: count,
  earlier: v.exactOptional(v.object(COUNTS_AT)),
} satisfies Record<keyof Sighting, v.GenericSchema>);

const DISMISSAL: v.GenericSchema<unknown, Dismissal> = v.object({
  paperId: storedId,
  dismissedAt: time,
} satisfies Record<keyof Dismissal, v.GenericSchema>);

// Each parses a backup row, dropping unknown and invalid fields to save the rest; undefined without
// a required one.
export const paperRow = (value: unknown): BackupPaper | undefined => checked(PAPER, value);
export const entryRow = (value: unknown): (ImportedEntry & Pick<Entry, 'paperId'>) | undefined =>
  checked(ENTRY, value);
export const dismissalRow = (value: unknown): Dismissal | undefined => checked(DISMISSAL, value);
export const sightingRow = (value: unknown): Sighting | undefined => checked(SIGHTING, value);

function checked<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T | undefined {
  const first = v.safeParse(schema, value);
  if (first.success) return first.output;
  if (!(value instanceof Object)) return undefined;
  const wrong = new Set(first.issues.map(({ path }) => path?.[0]?.key));
  const rest = Object.fromEntries(Object.entries(value).filter(([field]) => !wrong.has(field)));
  const second = v.safeParse(schema, rest);
  return second.success ? second.output : undefined;
}
