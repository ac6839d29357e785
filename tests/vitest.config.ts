import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const root = resolve(import.meta.dirname, '..');

export default defineConfig({
  root,
  plugins: [WxtVitest()],
  test: {
    // Far longer than any test takes, on the slowest machine too.
    testTimeout: 60_000,
    // One more than vitest's own choice, which leaves a core idle.
    maxWorkers: '100%',
    pool: 'threads',
    mockReset: true,
    restoreMocks: true,
    setupFiles: [resolve(root, 'tests/setup.ts')],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/{unit,architecture}/**/*.test.{ts,tsx}'],
          // Nothing here keeps state in a module, and loading the modules for each file costs more
          // than the tests.
          isolate: false,
        },
      },
      {
        extends: true,
        // Only a process of its own can change its time zone.
        test: { name: 'zones', include: ['tests/zones/**/*.test.ts'], pool: 'forks' },
      },
      {
        extends: true,
        // IndexedDB, the browser's storage and its listeners outlive a test file.
        test: { name: 'integration', include: ['tests/integration/**/*.test.{ts,tsx}'] },
      },
      {
        extends: true,
        // Patches fake-indexeddb, and changes the time zone.
        test: { name: 'reliability', include: ['tests/reliability/**/*.test.ts'], pool: 'forks' },
      },
    ],
  },
});
