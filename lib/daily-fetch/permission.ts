import { browser, type Browser } from 'wxt/browser';
import { removePermission, permissionWatch } from '@/lib/settings/optional-permission';

type Permissions = Browser.permissions.Permissions;

/** The daily lists' sites, from the manifest. */
function sites(): Permissions {
  const { optional_host_permissions: origins = [] } = browser.runtime.getManifest();
  return { origins };
}

const NOTIFYING: Permissions = { permissions: ['notifications'] };

/** Without a prompt. */
export function mayFetch(): Promise<boolean> {
  return browser.permissions.contains(sites());
}

/** Without a prompt. */
export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains(NOTIFYING);
}

/**
 * Requests the permission to fetch. Call in the click, before any `await`.
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
 * Removes both permissions. In Firefox, keeps that for the sites: it is granted on installation and
 * includes the content script, so listings would lose their buttons.
 */
export function removeFetching(): Promise<void> {
  return removePermission(import.meta.env.FIREFOX ? NOTIFYING : { ...sites(), ...NOTIFYING });
}

/** Logs failures, never rejects. */
export function removeNotifying(): Promise<void> {
  return removePermission(NOTIFYING);
}

/** `mayFetch`, observable. */
export const fetchingAllowed = permissionWatch(mayFetch);

/** `mayNotify`, observable. */
export const notifyingAllowed = permissionWatch(mayNotify);
