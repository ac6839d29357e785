import { defineUnlistedScript } from '#imports';
import { createLazyUi } from '@/entrypoints/listing.content/lazy/create-lazy-ui';

/** For `load-lazy-ui`, which reads the global. */
export default defineUnlistedScript(() => {
  globalThis.papershelfLazyUi = createLazyUi();
});
