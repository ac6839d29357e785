import { browser } from '#imports';
import type { LazyUi } from './lazy-ui';

declare global {
  /** In the content script's isolated world. */
  var papershelfLazyUi: LazyUi | undefined;
}

/**
 * Calls `use` with the lazy UI, synchronously if it is loaded. A separate script, to keep the
 * content script of every listing small.
 */
export function loadLazyUi(use: (ui: LazyUi) => void): void {
  if (globalThis.papershelfLazyUi !== undefined) return use(globalThis.papershelfLazyUi);
  load().then(
    () => globalThis.papershelfLazyUi && use(globalThis.papershelfLazyUi),
    // The extension was updated or removed; a notice says so.
    (error: unknown) => console.debug('Papershelf could not load a script', error),
  );
}

async function load(): Promise<void> {
  await import(/* @vite-ignore */ browser.runtime.getURL('/listing-lazy.js'));
}
