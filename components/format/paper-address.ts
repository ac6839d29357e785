import { isStoredId, type PaperId } from '@/lib/papers/paper-id';

/** Where a paper opens: alone, beside its list, or beside the digest. */
export type PaperPlace = 'paper' | 'digest';

/** An open paper's URL hash. */
export function paperHash(id: PaperId, place: PaperPlace = 'paper'): string {
  return `#/${place}/${encodeURIComponent(id)}`;
}

/** The paper in a URL hash. */
export function paperOfHash(hash: string, place: PaperPlace = 'paper'): PaperId | undefined {
  const prefix = `#/${place}/`;
  if (!hash.startsWith(prefix)) return undefined;
  try {
    const id = decodeURIComponent(hash.slice(prefix.length));
    return isStoredId(id) ? id : undefined;
  } catch {
    // Malformed percent-encoding, typed by hand.
    return undefined;
  }
}
