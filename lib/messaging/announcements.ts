import { browser } from 'wxt/browser';
import { isPaperId, type PaperId } from '../papers/paper-id';

// A changed value in the extension's own storage reaches every listing that is open, in any tab,
// without knowing the tabs (that would need a permission) and without waking the worker.
const KEY = 'lastChange';
/** More ids than this are announced as "many": the listing asks for all it shows. */
const MANY = 500;

/** Tells every open listing that the entries of `ids` changed. Goes on without waiting. */
export function announceChange(ids: readonly PaperId[]): void {
  const change = { ids: ids.length > MANY ? null : ids, mark: crypto.randomUUID() };
  browser.storage.local.set({ [KEY]: change }).catch((error: unknown) => {
    // What changed is stored all the same; the listings see it when they are next loaded.
    console.warn('Papershelf could not announce a change', error);
  });
}

/**
 * Calls `onChange` with the ids whose entries changed, in this or another tab; undefined when they
 * are too many to name.
 */
export function onAnnouncedChange(
  onChange: (ids: PaperId[] | undefined) => void,
  signal: AbortSignal,
): void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    const change = changes[KEY]?.newValue;
    if (area !== 'local' || !(change instanceof Object) || !('ids' in change)) return;
    onChange(Array.isArray(change.ids) ? change.ids.filter(isPaperId) : undefined);
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}
