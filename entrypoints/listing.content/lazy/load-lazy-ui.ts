import { browser } from '#imports';
import type { LazyUi } from './lazy-ui';

declare global {
  /** In the content script's isolated world. */
  var papershelfLazyUi: LazyUi | undefined;
}

/** Until the script has run and its import is settled. */
let loading: Promise<unknown> | undefined;

/**
 * Calls `use` with the lazy UI, in order, synchronously if loaded. Separate, to keep every
 * listing's content script small.
 */
export function loadLazyUi(use: (ui: LazyUi) => void): void {
  const lazyUi = loaded();
  if (lazyUi !== undefined && loading === undefined) return use(lazyUi);
  loading ??= load();
  loading.then(
    () => {
      loading = undefined;
      const lazyUi = loaded();
      return lazyUi && use(lazyUi);
    },
    // A notice says that the extension was updated or removed.
    (error: unknown) => {
      loading = undefined;
      console.debug('Papershelf could not load a script', error);
    },
  );
}

/** No element of that name (`<a id=papershelfLazyUi>`). */
function loaded(): LazyUi | undefined {
  return Object.hasOwn(globalThis, 'papershelfLazyUi') ? globalThis.papershelfLazyUi : undefined;
}

async function load(): Promise<void> {
  await import(/* @vite-ignore */ browser.runtime.getURL('/listing-lazy.js'));
}
