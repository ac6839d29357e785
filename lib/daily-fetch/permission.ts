import { browser, type Browser } from 'wxt/browser';
import { removePermission, permissionWatch } from '@/lib/settings/optional-permission';

type Permissions = Browser.permissions.Permissions;

/** The daily lists' sites, from the manifest. */
function sites(): Permissions {
  const { optional_host_permissions: origins = [] } = browser.runtime.getManifest();
  return { origins };
}

const NOTIFYING: Permissions = { permissions: ['notifications'] };

/** Whether fetching from the sites is permitted. */
export function mayFetch(): Promise<boolean> {
  return browser.permissions.contains(sites());
}

/** Whether notifications are permitted. */
export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains(NOTIFYING);
}

/**
 * Requests the permission to fetch. Call in the click itself, before any `await`.
 * @returns whether the reader agreed
 */
export function askToFetch(): Promise<boolean> {
  return browser.permissions.request(sites());
}

/** Requests the permission to notify, likewise. */
export function askToNotify(): Promise<boolean> {
  return browser.permissions.request(NOTIFYING);
}

/**
 * Removes both permissions. In Firefox not that for the sites: it is granted on installation and
 * includes the content script, so listings would lose their buttons.
 */
export function removeFetching(): Promise<void> {
  return removePermission(import.meta.env.FIREFOX ? NOTIFYING : { ...sites(), ...NOTIFYING });
}

/** Removes the permission to notify. */
export function removeNotifying(): Promise<void> {
  return removePermission(NOTIFYING);
}

/** An observable of `mayFetch`. */
export const fetchingAllowed = permissionWatch(mayFetch);

/** An observable of `mayNotify`. */
export const notifyingAllowed = permissionWatch(mayNotify);
