import type { PaperId } from '@/lib/papers/paper-id';
import type { Query } from '@/lib/query/query';
import type { Snapshot } from './snapshot';
import { allIds } from './whole-columns';

/** Of papers that rose; not indexed. */
export type Rises = ReadonlyMap<PaperId, number>;

/** Empty unless the query sorts by them. */
export async function risesFor(
  { sort }: Query,
  read: (() => PromiseLike<Rises>) | undefined,
): Promise<Rises> {
  return sort?.by === 'rise' && read !== undefined ? await read() : new Map();
}

/** By document. @throws IndexDamaged */
export async function riseKeys(
  snapshot: Snapshot,
  rises: Rises,
  otherwise: number,
): Promise<Uint32Array> {
  const ids = await allIds(snapshot);
  return Uint32Array.from(ids, (id) => rises.get(id) ?? otherwise);
}
