import type { PapershelfDatabase } from '@/lib/db/database';
import type { SearchSegment } from '@/lib/db/search-tables';
import { IndexDamaged, STREAMS } from './streams';

/** @throws IndexDamaged if a row is malformed */
export async function segmentRows(db: PapershelfDatabase): Promise<SearchSegment[]> {
  const rows = await db.searchSegments.toArray();
  for (const row of rows) if (!isSegment(row)) throw new IndexDamaged('a segment of another form');
  return rows;
}

/** Rows outlive the code that wrote them, and disks fail. */
function isSegment({ id, documents, words, deleted, sizes }: Partial<SearchSegment>): boolean {
  return (
    isCount(id) &&
    isCount(documents) &&
    isCount(words) &&
    deleted instanceof Uint8Array &&
    deleted.length === Math.ceil(documents / 8) &&
    Array.isArray(sizes) &&
    sizes.length === STREAMS.length &&
    sizes.every(isCount)
  );
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
