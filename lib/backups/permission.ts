import { browser, type Browser } from 'wxt/browser';
import { removePermission, permissionWatch } from '@/lib/settings/optional-permission';

/**
 * For automatic backups: `downloads`, and `offscreen` (no prompt) where the background cannot make
 * files. Each browser's manifest lists those it knows.
 */
function permissions(): Browser.permissions.Permissions {
  const optional: readonly string[] = browser.runtime.getManifest().optional_permissions ?? [];
  const all = ['downloads', 'offscreen'] as const;
  return { permissions: all.filter((permission) => optional.includes(permission)) };
}

/** Without a prompt. */
export function maySaveFiles(): Promise<boolean> {
  return browser.permissions.contains(permissions());
}

/**
 * Asks the reader. Call in the click handler, before any `await`.
 * @returns whether the reader agreed
 */
export function askToSaveFiles(): Promise<boolean> {
  return browser.permissions.request(permissions());
}

/** Logs failures, never rejects. */
export function removeSavingFiles(): Promise<void> {
  return removePermission(permissions());
}

/** `maySaveFiles`, observable. */
export const savingFilesAllowed = permissionWatch(maySaveFiles);
