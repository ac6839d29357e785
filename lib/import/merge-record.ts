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

/** The rows of one paper, as far as there are any. */
export interface PaperRows {
  paper: KnownPaper | undefined;
  entry: Entry | undefined;
}

/** What an import does with one paper. */
export interface MergedPaper {
  /**
   * `new`: put into the library (or the trash, as the backup says: `entry.removedAt`).
   * `merges`: its entry or its facts change. `unchanged`: the library has all of it.
   * `in-trash`: it is in the trash, and the file has it as saved: brought back, and merged.
   */
  kind: 'new' | 'merges' | 'unchanged' | 'in-trash';
  /** Its rows as they are. */
  known: PaperRows;
  /** Its row as it becomes; the very same object when nothing changes. */
  paper: KnownPaper;
  /** Its entry as it becomes; the very same object when nothing changes. */
  entry: Entry;
}

/** The fields of an entry that a file may have otherwise: those merged, and the key, which stays. */
const COMPARED_FIELDS = [...MERGED_FIELDS, 'citationKey'] as const;
type ComparedField = (typeof COMPARED_FIELDS)[number];

/** One field of an entry: as it is, as the file has it, as it becomes. */
export type FieldMerge = {
  [Field in ComparedField]: {
    field: Field;
    known: Entry[Field] | undefined;
    file: Entry[Field] | undefined;
    result: Entry[Field] | undefined;
  };
}[ComparedField];

/**
 * What becomes of a paper with these rows when the file's record is brought in at `now` (ms since
 * epoch). Once more, with the rows it gave, it changes nothing.
 * @param keyFrom a citation key that no entry has, made of this stem
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

/** Where the file differs from the entry that there is; nothing for a new one. */
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

/** The facts that the library lacks of a paper that it knows, and the file gives. */
export function filledFacts({ known, paper }: MergedPaper): (keyof Paper)[] {
  return known.paper === undefined ? [] : differingFacts(known.paper, paper);
}

/** The facts that the file has otherwise than the library, which keeps its own. */
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

/** What a new entry's key is made of: the file's own, when it is fit; else the paper. */
function citationStem({ citationKey }: ImportedEntry, paper: Paper): string {
  return citationKey !== undefined && isCitationKey(citationKey)
    ? citationKey
    : citationKeyStem(paper);
}
