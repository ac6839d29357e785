import { check } from './step';

/** What can be said of the source without running it; one list for `npm test` and `npm run check`. */
export const staticChecks = [
  // The generated types (words, entry points) may be older than what git brought since.
  check('types', ['wxt', 'prepare'], ['tsc', '--noEmit']),
  check('lint', ['oxlint', '--deny-warnings']),
  check('format', ['oxfmt', '--check']),
];
