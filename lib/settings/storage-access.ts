import { browser } from 'wxt/browser';

/**
 * Closes `storage.local` to content scripts, which could read it and hear its changes with their
 * values. Chromium keeps this in the profile (tried in 156).
 * @returns false where the browser cannot, as Firefox
 */
export async function closeLocalStorage(): Promise<boolean> {
  try {
    const { local } = browser.storage;
    if (typeof local.setAccessLevel !== 'function') return false;
    await local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
    return true;
  } catch {
    // Earlier versions know this only for `storage.session`.
    return false;
  }
}

/**
 * The area by which content scripts hear of changes: `storage.session`, opened to them, where that
 * is possible; else `storage.local`, which then cannot be closed.
 */
export async function announcementArea() {
  const { session, local } = browser.storage;
  try {
    if (typeof session?.setAccessLevel !== 'function') return local;
    await session.setAccessLevel({ accessLevel: 'TRUSTED_AND_UNTRUSTED_CONTEXTS' });
    return session;
  } catch {
    return local;
  }
}
