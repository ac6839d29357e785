import { defineUnlistedScript } from '#imports';
import { lazyUi } from '@/entrypoints/listing.content/lazy/lazy-ui';

/** Loaded by `load-lazy-ui`, which reads the global. */
export default defineUnlistedScript(() => {
  globalThis.papershelfLazyUi = lazyUi;
});
