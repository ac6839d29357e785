import { isPaperId, type PaperId } from '@/lib/papers/paper-id';

const PREFIX = '#/paper/';

/** The address of an open paper within the page. */
export function paperHash(id: PaperId): string {
  return `${PREFIX}${encodeURIComponent(id)}`;
}

/** The paper that the address names, if it does. */
export function paperOfHash(hash: string): PaperId | undefined {
  if (!hash.startsWith(PREFIX)) return undefined;
  try {
    const id = decodeURIComponent(hash.slice(PREFIX.length));
    return isPaperId(id) ? id : undefined;
  } catch {
    // A stray `%`: somebody typed it.
    return undefined;
  }
}
