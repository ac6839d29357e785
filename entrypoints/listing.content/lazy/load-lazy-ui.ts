import { browser } from '#imports';
import type { LazyUi } from './lazy-ui';

declare global {
  /** In the content script's own world, which the page does not see. */
  var papershelfLazyUi: LazyUi | undefined;
}

/** Calls `use` with the late parts, now or when they are loaded. */
export type LoadLazyUi = (use: (parts: LazyUi) => void) => void;

/**
 * Calls `use` with what is needed only once the reader does something: at once when it is there, and
 * else when it is loaded. The content script itself is loaded with every listing, so it holds
 * no more than that needs.
 */
export const loadLazyUi: LoadLazyUi = (use) => {
  if (globalThis.papershelfLazyUi !== undefined) return use(globalThis.papershelfLazyUi);
  load().then(
    () => globalThis.papershelfLazyUi && use(globalThis.papershelfLazyUi),
    // The extension was updated or removed, and the page is told of that by its notice.
    (error: unknown) => console.debug('Papershelf could not load the rest of itself', error),
  );
};

async function load(): Promise<void> {
  await import(/* @vite-ignore */ browser.runtime.getURL('/listing-lazy.js'));
}
