import { browser, type Browser } from 'wxt/browser';

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
 * Gives both back, where it was the reader and not a company's policy that gave them. In Firefox a
 * site and the content script on its pages are one permission, which the reader gave with the
 * extension: without it there would be no buttons on listings any more.
 */
export async function giveBackFetching(): Promise<void> {
  await giveBack(import.meta.env.FIREFOX ? NOTIFYING : { ...sites(), ...NOTIFYING });
}

/** Gives that for notifications back. */
export async function giveBackNotifying(): Promise<void> {
  await giveBack(NOTIFYING);
}

async function giveBack(permissions: Permissions): Promise<void> {
  try {
    await browser.permissions.remove(permissions);
  } catch (error) {
    console.warn('Papershelf could not give a permission back', error);
  }
}

/** Whether we may fetch, and again after every change: the reader can take it back anywhere. */
export const fetchingAllowed = { subscribe: watching(mayFetch) };

/** The same for notifications. */
export const notifyingAllowed = { subscribe: watching(mayNotify) };

function watching(look: () => Promise<boolean>) {
  return (next: (allowed: boolean) => void, error: (reason: unknown) => void) => {
    const ask = async (): Promise<void> => next(await look());
    const tell = (): void => void ask().catch(error);
    browser.permissions.onAdded.addListener(tell);
    browser.permissions.onRemoved.addListener(tell);
    tell();
    return {
      unsubscribe() {
        browser.permissions.onAdded.removeListener(tell);
        browser.permissions.onRemoved.removeListener(tell);
      },
    };
  };
}
