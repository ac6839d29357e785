import { defineUnlistedScript } from '#imports';
import { lazyUi } from '@/entrypoints/listing.content/lazy/lazy-ui';

/** Loaded by the content script, which finds it here (see `with-late-parts`). */
export default defineUnlistedScript(() => {
  globalThis.papershelfLazyUi = lazyUi;
});
