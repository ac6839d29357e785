import { defineUnlistedScript } from '#imports';
import { lateParts } from './listing.content/late-parts';

/** Loaded by the content script, which finds it here (see `with-late-parts`). */
export default defineUnlistedScript(() => {
  globalThis.papershelfLateParts = lateParts;
});
