import { browser } from 'wxt/browser';
import { isPaperId, type PaperId } from '@/lib/papers/paper-id';

// A changed value in the extension's own storage reaches every listing that is open, in any tab,
// without knowing the tabs (that would need a permission) and without waking the worker.
const KEY = 'lastChange';

/** Of more papers the ids are left out: they would be megabytes in every tab. */
const MOST_NAMED = 500;

/** Tells every open listing that the entries of `ids` changed. Goes on without waiting. */
export function announceChange(ids: readonly PaperId[]): void {
  // The mark makes each announcement differ from the last, or it would be no change.
  const named = ids.length <= MOST_NAMED && { ids };
  const change = { ...named, mark: crypto.randomUUID() };
  browser.storage.local.set({ [KEY]: change }).catch((error: unknown) => {
    // What changed is stored all the same; the listings see it when they are next loaded.
    console.warn('Papershelf could not announce a change', error);
  });
}

/**
 * Calls `onChange` with the ids whose entries changed, in this or another tab; undefined means that
 * any may have.
 */
export function onAnnouncedChange(
  onChange: (ids: PaperId[] | undefined) => void,
  signal: AbortSignal,
): void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    const change = changes[KEY]?.newValue;
    if (area !== 'local' || !(change instanceof Object)) return;
    const ids = 'ids' in change && Array.isArray(change.ids) ? change.ids : undefined;
    onChange(ids?.filter(isPaperId));
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}
