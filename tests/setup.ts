import * as fc from 'fast-check';
import { TestRunner } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

// i18n binds to the browser's API when it is first loaded. Without isolation that may happen after
// a test has removed its stubs, so it is loaded here, with an API that no test removes.
Object.assign(globalThis, { chrome: fakeBrowser, browser: fakeBrowser });
await import('@wxt-dev/i18n');

/** Seed of the property tests: fixed, so that a run is red because of a change and never by chance. */
const FIXED_SEED = 20261130;

// Without isolation this file runs for each test file, in one process.
if (fc.readConfigureGlobal()?.seed === undefined) configureProperties();

function configureProperties(): void {
  const seed = process.env['PAPERSHELF_FUZZ_SEED'];
  if (seed === undefined) return fc.configureGlobal({ seed: FIXED_SEED });
  // For `npm run fuzz`: more than the default of 100, and a note in the JSON report, see
  // tests/run/fuzz.ts.
  fc.configureGlobal({ seed: Number(seed), numRuns: 1000 });
  fc.installGlobalPlugin(() => ({
    onAllRunsComplete({ counterexample, counterexamplePath }) {
      const meta = TestRunner.getCurrentTest()?.meta ?? {};
      Object.assign(meta, {
        isProperty: true,
        smallestInput: counterexample && fc.stringify(counterexample),
        path: counterexamplePath,
      });
    },
  }));
}

// happy-dom does not say who made an event. In tests the reader did, see fixtures/made-up.ts.
if (typeof document !== 'undefined') {
  Object.defineProperty(Event.prototype, 'isTrusted', { value: true, configurable: true });
}

// Waiting ends when what is waited for is there; the limit only ends tests that would never end.
if (typeof document !== 'undefined') {
  const { configure } = await import('@testing-library/preact');
  configure({ asyncUtilTimeout: 30_000 });
}
