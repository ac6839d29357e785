import { browser, type Browser } from 'wxt/browser';
import { removePermission, permissionWatch } from '@/lib/settings/optional-permission';

/**
 * Asked for together when the reader switches automatic copies on: `downloads` saves the files; and
 * where the background has no document to make a file in, `offscreen`, which no browser asks about.
 * Each browser's manifest holds those that it knows.
 */
function permissions(): Browser.permissions.Permissions {
  const optional: readonly string[] = browser.runtime.getManifest().optional_permissions ?? [];
  const all = ['downloads', 'offscreen'] as const;
  return { permissions: all.filter((permission) => optional.includes(permission)) };
}

/** Whether the browser lets us save files by ourselves. */
export function maySaveFiles(): Promise<boolean> {
  return browser.permissions.contains(permissions());
}

/**
 * Has the browser ask the reader. Must be called in the click itself, before anything is awaited.
 * @returns whether the reader agreed
 */
export function askToSaveFiles(): Promise<boolean> {
  return browser.permissions.request(permissions());
}

/** Gives the permission back. */
export function removeSavingFiles(): Promise<void> {
  return removePermission(permissions());
}

/** Whether we may save files. */
export const savingFilesAllowed = permissionWatch(maySaveFiles);
