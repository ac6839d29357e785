import type { PaperId } from '@/lib/papers/paper-id';
import type { Query } from '@/lib/query/query';
import type { Snapshot } from './snapshot';
import { allIds } from './whole-columns';

/** The rise of each paper that rose; not an index column. */
export type Rises = ReadonlyMap<PaperId, number>;

/** The rises if the query sorts by them, else none. */
export async function risesFor(
  { sort }: Query,
  read: (() => PromiseLike<Rises>) | undefined,
): Promise<Rises> {
  return sort?.by === 'rise' && read !== undefined ? await read() : new Map();
}

/** Each document's rise, or `otherwise`. @throws IndexDamaged */
export async function riseKeys(
  snapshot: Snapshot,
  rises: Rises,
  otherwise: number,
): Promise<Uint32Array> {
  const ids = await allIds(snapshot);
  return Uint32Array.from(ids, (id) => rises.get(id) ?? otherwise);
}
