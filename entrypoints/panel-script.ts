import { defineUnlistedScript } from '#imports';
import { waitForPort } from '@/entrypoints/panel/wait-for-port';

/** Loaded by `panel.html`. */
export default defineUnlistedScript(() => waitForPort());
