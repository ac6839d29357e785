import { browser, type Browser } from 'wxt/browser';
import { removePermission, permissionWatch } from '@/lib/settings/optional-permission';

type Permissions = Browser.permissions.Permissions;

/** The sites whose lists are fetched, as the manifest names them. */
function sites(): Permissions {
  const { optional_host_permissions: origins = [] } = browser.runtime.getManifest();
  return { origins };
}

const NOTIFYING: Permissions = { permissions: ['notifications'] };

/** Whether the browser lets us reach the sites. */
export function mayFetch(): Promise<boolean> {
  return browser.permissions.contains(sites());
}

/** Whether the browser lets us notify the reader. */
export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains(NOTIFYING);
}

/**
 * Has the browser ask the reader. Must be called in the click itself, before anything is awaited.
 * @returns whether the reader agreed
 */
export function askToFetch(): Promise<boolean> {
  return browser.permissions.request(sites());
}

/** The same for notifications. */
export function askToNotify(): Promise<boolean> {
  return browser.permissions.request(NOTIFYING);
}

/**
 * Gives both back. In Firefox a site and the content script on its pages are one permission, which
 * the reader gave with the extension: without it there would be no buttons on listings any more.
 */
export function removeFetching(): Promise<void> {
  return removePermission(import.meta.env.FIREFOX ? NOTIFYING : { ...sites(), ...NOTIFYING });
}

/** Gives that for notifications back. */
export function removeNotifying(): Promise<void> {
  return removePermission(NOTIFYING);
}

/** Whether we may fetch. */
export const fetchingAllowed = permissionWatch(mayFetch);

/** The same for notifications. */
export const notifyingAllowed = permissionWatch(mayNotify);
