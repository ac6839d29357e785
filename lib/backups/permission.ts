import { browser, type Browser } from 'wxt/browser';

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

/** Gives the permission back, where it was the reader and not a company's policy that gave it. */
export async function giveBackSavingFiles(): Promise<void> {
  try {
    await browser.permissions.remove(permissions());
  } catch (error) {
    console.warn('Papershelf could not give a permission back', error);
  }
}

/** Whether we may save files, and again after every change: the reader can take it back anywhere. */
export const savingFilesAllowed = {
  subscribe(next: (allowed: boolean) => void, error: (reason: unknown) => void) {
    const tell = async (): Promise<void> => next(await maySaveFiles());
    const look = (): void => void tell().catch(error);
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    look();
    return {
      unsubscribe() {
        browser.permissions.onAdded.removeListener(look);
        browser.permissions.onRemoved.removeListener(look);
      },
    };
  },
};
