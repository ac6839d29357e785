import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

const output = resolve(import.meta.dirname, '../../.output');

export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: resolve(output, 'e2e'),
  // Each test has a browser of its own, and none asserts a time. One more than the cores of a small
  // machine: the simulated week mostly waits.
  workers: 3,
  fullyParallel: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: resolve(output, 'e2e.json') }]],
  projects: [
    // Playwright starts them in this order: the longest tests must not run last, alone.
    { name: 'week', testMatch: '**/week.spec.ts' },
    { name: 'chromium', testIgnore: ['**/week.spec.ts', '**/*firefox*.spec.ts'] },
    { name: 'firefox', testMatch: '**/*firefox*.spec.ts' },
  ],
});
