import * as fc from 'fast-check';
import { fakeBrowser } from 'wxt/testing/fake-browser';

// i18n binds to the browser's API when it is first loaded. Without isolation that may happen after
// a test has removed its stubs, so it is loaded here, with an API that no test removes.
Object.assign(globalThis, { chrome: fakeBrowser, browser: fakeBrowser });
await import('@wxt-dev/i18n');

/** Seed of the property tests: fixed, so that a run is red because of a change and never by chance. */
const FIXED_SEED = 20261130;

// `npm run fuzz` sets other seeds, see tests/run/fuzz.ts.
fc.configureGlobal({ seed: Number(process.env['PAPERSHELF_FUZZ_SEED'] ?? FIXED_SEED) });

// Waiting ends when what is waited for is there; the limit only ends tests that would never end.
if (typeof document !== 'undefined') {
  const { configure } = await import('@testing-library/preact');
  configure({ asyncUtilTimeout: 30_000 });
}
