import type { PapershelfDatabase } from '@/lib/db/database';
import { savedEntries } from '@/lib/db/entry-sets';
import type { OutboxLine, SearchSegment } from '@/lib/db/search-tables';
import type { PaperId } from '@/lib/papers/paper-id';
import { countSet } from './arrays';
import { BlockCache } from '../format/block-cache';
import { SegmentBuilder } from '../format/build-segment';
import { eachDeleted } from '../format/deleted';
import type { SearchDocument } from '../format/document';
import { readDocuments } from '../format/read-documents';
import { readState } from '../format/index-state';
import { MemoryStreams } from '../format/memory-streams';
import { compare, Segment } from '../format/segment';
import { segmentRows } from '../format/segment-rows';
import { StoredStreams } from '../format/stored-streams';
import { IndexDamaged } from '../format/streams';

/** Above this number of outbox lines, only the `NEWEST` are read. */
const LONG = 256;
const NEWEST = 64;

export interface Part {
  segment: Segment;
  /** Number of its first document. */
  base: number;
}

/** Everything searchable at one moment: stored segments, and one from the outbox. */
export interface Snapshot {
  parts: readonly Part[];
  /** Live or not. */
  documents: number;
  /** 1 for saved papers' latest versions, else 0. */
  live: Uint8Array;
  liveCount: number;
  /** Outbox lines not included. */
  left: number;
  /** As read; later generations may have deleted its blocks. */
  generation: number;
}

/** A page's cache of the index. */
export class IndexMemory {
  #cache = new BlockCache();
  #generation = -1;
  #stored: { row: SearchSegment; segment: Segment }[] = [];
  #changed = new Map<PaperId, { seq: number; document: SearchDocument | undefined }>();
  #snapshot: { lastSeq: number; snapshot: Snapshot } | undefined;
  #saved: { lastSeq: number; ids: ReadonlySet<PaperId> } | undefined;

  constructor(private readonly db: PapershelfDatabase) {}

  /** Drops the cache; the next snapshot reads everything. */
  forget(): void {
    this.#cache = new BlockCache();
    this.#generation = -1;
    this.#stored = [];
    this.#changed.clear();
    this.#snapshot = undefined;
    this.#saved = undefined;
  }

  /**
   * The current snapshot. Needs a transaction over index, papers and entries.
   * @throws IndexDamaged
   */
  async snapshot(): Promise<Snapshot> {
    const { searchOutbox } = this.db;
    const [state, oldest, lastKey] = await Promise.all([
      readState(this.db),
      searchOutbox.limit(LONG + 1).toArray(),
      searchOutbox.orderBy('seq').lastKey(),
    ]);
    if (state === undefined) throw new IndexDamaged('of another format');
    const { generation } = state;
    const lastSeq = Number(lastKey ?? 0);
    const known = this.#snapshot;
    if (known?.lastSeq === lastSeq && known.snapshot.generation === generation) {
      return known.snapshot;
    }
    if (this.#generation !== generation) await this.#readSegments(generation);
    const isLong = oldest.length > LONG;
    const lines = isLong ? await searchOutbox.reverse().limit(NEWEST).toArray() : oldest;
    const seqs = latestSeqs(lines);
    const left = isLong ? (await searchOutbox.count()) - seqs.size : 0;
    const segment = await this.#changedSegment(seqs);
    // Removed and deleted papers must not be found, even if their lines are unread.
    const saved = left === 0 ? undefined : await this.#savedIds(lastSeq);
    if (saved === undefined) this.#saved = undefined;
    const snapshot = {
      ...(await this.#assemble(segment, [...seqs.keys()], saved)),
      left,
      generation,
    };
    this.#snapshot = { lastSeq, snapshot };
    return snapshot;
  }

  async #readSegments(generation: number): Promise<void> {
    const rows = await segmentRows(this.db);
    const known = new Map(this.#stored.map(({ row, segment }) => [row.id, segment]));
    this.#stored = rows.map((row) => ({
      row,
      segment:
        known.get(row.id) ??
        new Segment(row.documents, row.words, new StoredStreams(this.db, row, this.#cache)),
    }));
    this.#generation = generation;
  }

  /** Of saved papers among these, if any. */
  async #changedSegment(seqs: ReadonlyMap<PaperId, number>): Promise<Segment | undefined> {
    const known = this.#changed;
    const unread = [...seqs].filter(([id, seq]) => known.get(id)?.seq !== seq).map(([id]) => id);
    const documents = await readDocuments(this.db, unread);
    for (const [index, id] of unread.entries()) {
      known.set(id, { seq: seqs.get(id) ?? 0, document: documents[index] });
    }
    for (const id of known.keys()) if (!seqs.has(id)) known.delete(id);
    const builder = new SegmentBuilder();
    for (const [, { document }] of [...known].sort(([a], [b]) => compare(a, b))) {
      if (document !== undefined) builder.add(document);
    }
    const encoded = await builder.finish();
    return (
      encoded && new Segment(encoded.documents, encoded.words, new MemoryStreams(encoded.pieces))
    );
  }

  async #assemble(
    changedSegment: Segment | undefined,
    changed: readonly PaperId[],
    saved: ReadonlySet<PaperId> | undefined,
  ): Promise<Omit<Snapshot, 'left' | 'generation'>> {
    const parts: Part[] = [];
    let documents = 0;
    const add = (segment: Segment): number => {
      const base = documents;
      parts.push({ segment, base });
      documents += segment.documents;
      return base;
    };
    for (const { segment } of this.#stored) add(segment);
    if (changedSegment !== undefined) add(changedSegment);
    const live = new Uint8Array(documents).fill(1);
    for (const [index, { row, segment }] of this.#stored.entries()) {
      const base = parts[index]?.base ?? 0;
      eachDeleted(row.deleted, (document) => (live[base + document] = 0));
      if (changed.length === 0) continue;
      const ids = await segment.column('ids');
      for (const id of changed) {
        const document = indexOfId(ids, id);
        if (document !== undefined) live[base + document] = 0;
      }
      if (saved === undefined) continue;
      for (const [document, id] of ids.entries()) if (!saved.has(id)) live[base + document] = 0;
    }
    return { parts, documents, live, liveCount: countSet(live) };
  }

  /** Cached: changes only with the outbox. */
  async #savedIds(lastSeq: number): Promise<ReadonlySet<PaperId>> {
    if (this.#saved?.lastSeq === lastSeq) return this.#saved.ids;
    const ids = new Set(await savedEntries(this.db).primaryKeys());
    this.#saved = { lastSeq, ids };
    return ids;
  }
}

function latestSeqs(lines: readonly OutboxLine[]): Map<PaperId, number> {
  const seqs = new Map<PaperId, number>();
  for (const { paperId, seq } of lines) seqs.set(paperId, Math.max(seq, seqs.get(paperId) ?? 0));
  return seqs;
}

/** @param ids ascending */
export function indexOfId(ids: readonly string[], id: string): number | undefined {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] ?? '') < id) low = middle + 1;
    else high = middle;
  }
  return ids[low] === id ? low : undefined;
}
