import { browser, type Browser } from 'wxt/browser';

/** Gives permissions back, if the reader and not a company's policy granted them. */
export async function removePermission(
  permissions: Browser.permissions.Permissions,
): Promise<void> {
  try {
    await browser.permissions.remove(permissions);
  } catch (error) {
    console.warn('Papershelf could not give a permission back', error);
  }
}

/**
 * Observable of `isGiven`: emits now and after any permission change, since the reader can revoke
 * it anywhere.
 */
export function permissionWatch(isGiven: () => Promise<boolean>) {
  return {
    subscribe(next: (given: boolean) => void, error: (reason: unknown) => void) {
      const sendMessage = async (): Promise<void> => next(await isGiven());
      const tell = (): void => void sendMessage().catch(error);
      browser.permissions.onAdded.addListener(tell);
      browser.permissions.onRemoved.addListener(tell);
      tell();
      return {
        unsubscribe() {
          browser.permissions.onAdded.removeListener(tell);
          browser.permissions.onRemoved.removeListener(tell);
        },
      };
    },
  };
}
