import { defineUnlistedScript } from '#imports';
import { lateParts } from '@/entrypoints/listing.content/lazy/lazy-ui';

/** Loaded by the content script, which finds it here (see `with-late-parts`). */
export default defineUnlistedScript(() => {
  globalThis.papershelfLateParts = lateParts;
});
