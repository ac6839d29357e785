import { browser, type Browser } from 'wxt/browser';

/** Gives permissions back, if the reader, not a company's policy, granted them. */
export async function removePermission(
  permissions: Browser.permissions.Permissions,
): Promise<void> {
  try {
    await browser.permissions.remove(permissions);
  } catch (error) {
    console.warn('Papershelf could not remove a permission', error);
  }
}

/**
 * Observable of `isGiven`: emits now and after permission changes, as the reader can revoke it
 * anywhere.
 */
export function permissionWatch(isGiven: () => Promise<boolean>) {
  return {
    subscribe(next: (given: boolean) => void, error: (reason: unknown) => void) {
      const emitCurrent = async (): Promise<void> => next(await isGiven());
      const emit = (): void => void emitCurrent().catch(error);
      browser.permissions.onAdded.addListener(emit);
      browser.permissions.onRemoved.addListener(emit);
      emit();
      return {
        unsubscribe() {
          browser.permissions.onAdded.removeListener(emit);
          browser.permissions.onRemoved.removeListener(emit);
        },
      };
    },
  };
}
