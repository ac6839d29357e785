import { browser } from 'wxt/browser';

/**
 * Closes `storage.local` to content scripts, which could read it and its changes. Chromium keeps
 * this in the profile (tried in 156).
 * @returns false if unsupported, as in Firefox
 */
export async function closeLocalStorage(): Promise<boolean> {
  try {
    const { local } = browser.storage;
    if (typeof local.setAccessLevel !== 'function') return false;
    await local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
    return true;
  } catch {
    // Earlier versions allow this only for `storage.session`.
    return false;
  }
}

/**
 * The area that announces changes to content scripts: `storage.session`, opened to them, if
 * possible; else `storage.local`, which then cannot be closed.
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
