import { isPaperId, type PaperId } from '@/lib/papers/paper-id';

/**
 * Imported papers to list, by a name for the address. Also in the tab's `sessionStorage`, for
 * reloads.
 */
const imports = new Map<string, ReadonlySet<PaperId>>();

const KEY = 'papershelf-imported-';

/** Keeps an import's papers for this tab; returns their name. */
export function keepImported(ids: readonly PaperId[]): string {
  const name = crypto.randomUUID().slice(0, 8);
  imports.set(name, new Set(ids));
  try {
    sessionStorage.setItem(KEY + name, JSON.stringify(ids));
  } catch (error) {
    console.warn('Papershelf lists this import only until the page is reloaded', error);
  }
  return name;
}

/** The papers under `name`; undefined in another tab. */
export function importedPapers(name: string): ReadonlySet<PaperId> | undefined {
  const known = imports.get(name);
  if (known !== undefined) return known;
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(KEY + name) ?? 'null');
    if (!Array.isArray(stored)) return undefined;
    const ids = new Set(stored.filter(isPaperId));
    imports.set(name, ids);
    return ids;
  } catch {
    return undefined;
  }
}
