import type { PaperId } from '@/lib/papers/paper-id';
import { memoizeBySnapshot } from './memoize-by-snapshot';
import { mergeOrders } from '../format/order';
import { compare } from '../format/segment';
import type { Part } from './snapshot';

/** By document. @throws IndexDamaged */
export const allIds = memoizeBySnapshot(async ({ parts }): Promise<readonly PaperId[]> => {
  const ids = await Promise.all(parts.map(({ segment }) => segment.column('ids')));
  const [only] = ids;
  return only !== undefined && ids.length === 1 ? only : ids.flat();
});

/** By document, ms since epoch. @throws IndexDamaged */
export const allSavedAt = memoizeBySnapshot(async ({ parts, documents }): Promise<Float64Array> => {
  const all = new Float64Array(documents);
  for (const { segment, base } of parts) all.set(await segment.column('savedAt'), base);
  return all;
});

/** Newest save first, then by id. @throws IndexDamaged */
export const newestFirst = memoizeBySnapshot(async (snapshot): Promise<Uint32Array> => {
  const orders = await Promise.all(
    snapshot.parts.map(async (part) => numbered(await part.segment.newestFirst(), part)),
  );
  const [ids, savedAt] = [await allIds(snapshot), await allSavedAt(snapshot)];
  return mergeOrders(orders, (a, b) => {
    const difference = (savedAt[b] ?? 0) - (savedAt[a] ?? 0);
    return difference === 0 ? compare(ids[a] ?? '', ids[b] ?? '') < 0 : difference < 0;
  });
});

/** By document; equal titles share a rank. */
export const titleRanks = memoizeBySnapshot(async (snapshot): Promise<Uint32Array> => {
  const keys: string[] = Array.from({ length: snapshot.documents });
  const orders = await Promise.all(
    snapshot.parts.map(async (part) => {
      const byTitle = await part.segment.byTitle();
      for (const [document, key] of byTitle.keys.entries()) keys[part.base + document] = key;
      return numbered(byTitle.order, part);
    }),
  );
  const order = mergeOrders(orders, (a, b) => compare(keys[a] ?? '', keys[b] ?? '') < 0);
  const ranks = new Uint32Array(snapshot.documents);
  let rank = 0;
  for (const [at, document] of order.entries()) {
    if (at > 0 && keys[document] !== keys[order[at - 1] ?? 0]) rank += 1;
    ranks[document] = rank;
  }
  return ranks;
});

function numbered(documents: Uint32Array, { base }: Part): Uint32Array {
  return base === 0 ? documents : documents.map((document) => base + document);
}
