import type { PapershelfDatabase } from '@/lib/db/database';
import type { SearchSegment } from '@/lib/db/search-tables';
import type { PaperId } from '@/lib/papers/paper-id';
import { BlockCache } from '../format/block-cache';
import { BlockWriter } from '../format/block-writer';
import { SegmentBuilder } from '../format/build-segment';
import { decodeColumn } from '../format/columns';
import { noneDeleted, withDeleted } from '../format/deleted';
import { readDocuments } from '../format/read-documents';
import type { EncodedSegment } from '../format/segment';
import type { Slices } from '@/lib/shared/time-slices';
import { indexOfId } from '../find/snapshot';
import { StoredStreams } from '../format/stored-streams';
import { changeIndex, commitChange } from './write-index';

/** Lines per flush: more take memory, fewer cause more merging. */
const BATCH = 4096;
/** Read at once: more would block the page. */
const ROWS = 250;

/**
 * Flushes the oldest outbox lines into a new segment: first its blocks, then one transaction adds
 * it, deletes what it replaces, and removes the lines.
 * @returns whether there were lines
 * @throws Overtaken, IndexDamaged, and the signal's reason
 */
export async function flushOutbox(db: PapershelfDatabase, slices: Slices): Promise<boolean> {
  const lines = await db.searchOutbox.limit(BATCH).toArray();
  const last = lines.at(-1);
  if (last === undefined) return false;
  const ids = [...new Set(lines.map(({ paperId }) => paperId))].sort();
  await changeIndex(db, async (begun) => {
    // After their lines, so that later changes have later lines.
    const encoded = await buildSegment(db, ids, slices);
    const added = encoded && (await store(db, begun.segmentId, encoded));
    const changed = await withoutDocuments(db, begun.segments, ids, slices);
    await commitChange(db, begun, async () => {
      await db.searchSegments.bulkPut(added === undefined ? changed : [...changed, added]);
      await db.searchOutbox.where('seq').belowOrEqual(last.seq).delete();
    });
  });
  return true;
}

async function buildSegment(
  db: PapershelfDatabase,
  ids: readonly PaperId[],
  slices: Slices,
): Promise<EncodedSegment | undefined> {
  const builder = new SegmentBuilder();
  for (let start = 0; start < ids.length; start += ROWS) {
    const some = ids.slice(start, start + ROWS);
    for (const document of await readDocuments(db, some)) {
      if (document !== undefined) builder.add(document);
      if (slices.isOver) await slices.rest();
    }
  }
  return builder.finish(slices);
}

async function store(
  db: PapershelfDatabase,
  id: number,
  { documents, words, pieces }: EncodedSegment,
): Promise<SearchSegment> {
  const writer = new BlockWriter(db, id);
  for (const [stream, bytes] of pieces) {
    writer.append(stream, bytes);
    if (writer.isFull) await writer.store();
  }
  return { id, documents, words, deleted: noneDeleted(documents), sizes: await writer.finish() };
}

/** Segments with papers of `ids`, marked deleted. */
async function withoutDocuments(
  db: PapershelfDatabase,
  segments: readonly SearchSegment[],
  ids: readonly PaperId[],
  slices: Slices,
): Promise<SearchSegment[]> {
  const changed: SearchSegment[] = [];
  for (const segment of segments) {
    const stored = new StoredStreams(db, segment, new BlockCache());
    const known = decodeColumn.ids(await stored.whole('ids'), segment.documents);
    const documents = ids.flatMap((id) => indexOfId(known, id) ?? []);
    if (documents.length > 0) {
      changed.push({ ...segment, deleted: withDeleted(segment.deleted, documents) });
    }
    if (slices.isOver) await slices.rest();
  }
  return changed;
}
