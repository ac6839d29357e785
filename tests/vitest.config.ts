import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const root = resolve(import.meta.dirname, '..');

export default defineConfig({
  root,
  plugins: [WxtVitest()],
  test: {
    include: ['tests/{unit,integration,architecture}/**/*.test.{ts,tsx}'],
    // Far beyond what any takes: it ends those that never would, on the slowest machine too.
    testTimeout: 60_000,
    mockReset: true,
    restoreMocks: true,
  },
});
