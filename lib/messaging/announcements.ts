import { browser } from 'wxt/browser';
import { announcementArea } from '@/lib/settings/storage-access';
import type { PaperId } from '@/lib/papers/paper-id';

// A storage change reaches every open listing without querying tabs (which needs a permission) or
// waking the service worker.
const KEY = 'lastChange';

/** More ids than this are not sent: they would be megabytes in every tab. */
const MOST_NAMED = 500;

let announced: Promise<void> | undefined;

/** Notifies every open listing of changed entries. Fire and forget. */
export function announceChange(ids: readonly PaperId[]): void {
  // A unique mark, since writing an equal value fires no change event.
  const named = ids.length <= MOST_NAMED && { ids };
  const change = { ...named, mark: crypto.randomUUID() };
  const write = async (): Promise<void> => (await announcementArea()).set({ [KEY]: change });
  // In order, though the area is asked for each time.
  announced = (announced ?? Promise.resolve()).then(write).catch((error: unknown) => {
    // The change itself is stored; listings see it at the next load.
    console.warn('Papershelf could not announce a change', error);
  });
}

/** Calls `onChange` with the ids of entries changed in any tab; undefined means any entry. */
export function onAnnouncedChange(
  onChange: (ids: PaperId[] | undefined) => void,
  signal: AbortSignal,
): void {
  const listener = (changes: Record<string, { newValue?: unknown }>): void => {
    const change = changes[KEY]?.newValue;
    if (!(change instanceof Object)) return;
    const ids = 'ids' in change && Array.isArray(change.ids) ? change.ids : undefined;
    onChange(ids?.filter((id): id is PaperId => typeof id === 'string'));
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}
