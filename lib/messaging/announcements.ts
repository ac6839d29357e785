import { browser } from 'wxt/browser';
import { announcementArea } from '@/lib/settings/storage-access';
import type { PaperId } from '@/lib/papers/paper-id';

// A storage change reaches all open listings without querying tabs (a permission) or waking the
// worker.
const KEY = 'lastChange';

/** More ids are not sent: megabytes in every tab. */
const MOST_NAMED = 500;

let announced: Promise<void> | undefined;

/** Notifies open listings of changed entries. Fire and forget. */
export function announceChange(ids: readonly PaperId[]): void {
  // Unique, since writing an equal value fires no event.
  const named = ids.length <= MOST_NAMED && { ids };
  const change = { ...named, mark: crypto.randomUUID() };
  const write = async (): Promise<void> => (await announcementArea()).set({ [KEY]: change });
  // In order, though finding the area is asynchronous.
  announced = (announced ?? Promise.resolve()).then(write).catch((error: unknown) => {
    // The change is stored; listings see it at the next load.
    console.warn('Papershelf could not announce a change', error);
  });
}

/** Calls `onChange` with ids of entries changed in any tab; undefined means any. */
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
