import { check } from './step';

const KNIP = ['--config', 'tests/knip.config.ts'];

/** What can be said of the source without running it; one list for `npm test` and `npm run check`. */
export const staticChecks = [
  // The generated types (words, entry points) may be older than what git brought since.
  check('types', ['wxt', 'prepare'], ['tsc', '--noEmit']),
  check('lint', ['oxlint', '-c', '.oxlintrc.mjs', '--deny-warnings']),
  check('unused code', ['knip', ...KNIP], ['knip', '--production', ...KNIP]),
  check('format', ['oxfmt', '--check']),
];
