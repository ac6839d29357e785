import { isPaperId, type PaperId } from '@/lib/papers/paper-id';

/** Where a paper is opened: by itself or beside its list, or beside the digest. */
export type PaperPlace = 'paper' | 'digest';

/** The address of an open paper within the page. */
export function paperHash(id: PaperId, place: PaperPlace = 'paper'): string {
  return `#/${place}/${encodeURIComponent(id)}`;
}

/** The paper that the address names, if it does. */
export function paperOfHash(hash: string, place: PaperPlace = 'paper'): PaperId | undefined {
  const prefix = `#/${place}/`;
  if (!hash.startsWith(prefix)) return undefined;
  try {
    const id = decodeURIComponent(hash.slice(prefix.length));
    return isPaperId(id) ? id : undefined;
  } catch {
    // A stray `%`: somebody typed it.
    return undefined;
  }
}
