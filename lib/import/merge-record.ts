import { citationKeyStem, isCitationKey } from '@/lib/export/citation-key';
import type { Entry } from '@/lib/papers/entry';
import { differingFacts, factsKept, fillPaper } from '@/lib/papers/fill-paper';
import {
  importedEntry,
  isSavedIn,
  mergeEntry,
  MERGED_FIELDS,
  type ImportedEntry,
} from '@/lib/papers/merge-entries';
import type { KnownPaper, Paper } from '@/lib/papers/paper';
import type { PaperHistory } from './format';
import type { FoldedRecord } from './fold-records';

/** Stored, if any. */
export interface PaperRows {
  paper: KnownPaper | undefined;
  entry: Entry | undefined;
}

/** An import's effect on one paper. */
export interface MergedPaper {
  /**
   * `new`: added to the library (or trash, per the backup's `entry.removedAt`).
   * `merges`: entry or facts change. `unchanged`: the library has everything.
   * `in-trash`: trashed, but saved in the file: restored and merged.
   */
  kind: 'new' | 'merges' | 'unchanged' | 'in-trash';
  known: PaperRows;
  /** The same object when unchanged. */
  paper: KnownPaper;
  /** The same object when unchanged. */
  entry: Entry;
}

/** Merged fields, and the citation key, which stays. */
const COMPARED_FIELDS = [...MERGED_FIELDS, 'citationKey'] as const;
type ComparedField = (typeof COMPARED_FIELDS)[number];

/** An entry's field: stored, in the file, and merged. */
export type FieldMerge = {
  [Field in ComparedField]: {
    field: Field;
    known: Entry[Field] | undefined;
    file: Entry[Field] | undefined;
    result: Entry[Field] | undefined;
  };
}[ComparedField];

/**
 * Merges a file's record into a paper's rows at `now` (ms since epoch). Idempotent.
 * @param keyFrom makes an unused citation key from a stem
 */
export function mergeRecord(
  known: PaperRows,
  record: FoldedRecord,
  keyFrom: (stem: string) => string,
  now: number,
): MergedPaper {
  const paper = mergedPaper(known.paper, record, now);
  if (known.entry === undefined) {
    const key = keyFrom(citationStem(record.entry, paper));
    const entry = importedEntry(paper.id, record.entry, key, now);
    return { kind: 'new', known, paper, entry };
  }
  const entry = mergeEntry(known.entry, record.entry, now);
  const isUnchanged = paper === known.paper && entry === known.entry;
  const comesBack = known.entry.removedAt > 0 && isSavedIn(record.entry);
  return {
    kind: comesBack ? 'in-trash' : isUnchanged ? 'unchanged' : 'merges',
    known,
    paper,
    entry,
  };
}

/** Fields that differ in the file; none for new entries. */
export function fieldMerges({ known, entry }: MergedPaper, file: ImportedEntry): FieldMerge[] {
  const before = known.entry;
  if (before === undefined) return [];
  return COMPARED_FIELDS.filter((field) => {
    const value = field === 'removedAt' ? (file.removedAt ?? 0) : file[field];
    return value !== undefined && JSON.stringify(value) !== JSON.stringify(before[field]);
  }).map(
    (field) =>
      ({ field, known: before[field], file: file[field], result: entry[field] }) as FieldMerge,
  );
}

/** Facts added to a known paper; none for a new one. */
export function filledFacts({ known, paper }: MergedPaper): (keyof Paper)[] {
  return known.paper === undefined ? [] : differingFacts(known.paper, paper);
}

/** Facts that differ in the file; the library's stay. */
export function unchangedFacts({ known, paper }: MergedPaper, file: Paper): (keyof Paper)[] {
  return known.paper === undefined ? [] : factsKept(known.paper, paper, file);
}

function mergedPaper(
  known: KnownPaper | undefined,
  { paper, history }: FoldedRecord,
  now: number,
): KnownPaper {
  const { sightings: _, ...seen }: Partial<PaperHistory> = history ?? {};
  if (known === undefined) return { ...paper, firstSeenAt: now, lastSeenAt: now, ...seen };
  const filled = fillPaper(known, paper);
  const firstSeenAt = Math.min(known.firstSeenAt, seen.firstSeenAt ?? Infinity);
  const lastSeenAt = Math.max(known.lastSeenAt, seen.lastSeenAt ?? 0);
  const isSame = firstSeenAt === known.firstSeenAt && lastSeenAt === known.lastSeenAt;
  return isSame ? filled : { ...filled, firstSeenAt, lastSeenAt };
}

function citationStem({ citationKey }: ImportedEntry, paper: Paper): string {
  return citationKey !== undefined && isCitationKey(citationKey)
    ? citationKey
    : citationKeyStem(paper);
}
