import { randomInt } from 'node:crypto';
import { HOUR_MS } from '../../lib/shared/day';
import { runProperties } from './properties';

interface LongRun {
  /** In `tests/reliability`. */
  files: readonly string[];
  /** How many are tried, unless the command says it. */
  count: number;
}

/** The long runs by name; `docs/reliability.md` says what each attacks. */
export const LONG_RUNS: ReadonlyMap<string, LongRun> = new Map([
  ['reader', { files: ['reader'], count: 100_000 }],
  ['import', { files: ['import'], count: 50_000 }],
  ['notes', { files: ['notes'], count: 20_000 }],
]);

/** Kills, full disks, interleavings and clocks; the count is of the drawn ones. */
export const SWEEP: LongRun = {
  files: ['kills', 'full-disk', 'upgrades', 'interleavings', 'clocks'],
  count: 3000,
};

/**
 * Runs one at length. Prints its seed, how many and the rate; on a failure the smallest input and the
 * command that repeats it.
 * @param given count, seed, and the path of a failure, of the command
 */
export function runLong(
  command: string,
  { files, count }: LongRun,
  [givenCount = String(count), seed = String(randomInt(2 ** 31)), path]: readonly string[],
): Promise<boolean> {
  console.log(`seed ${seed}`);
  return runProperties({
    files: files.map((name) => `tests/reliability/${name}.test.ts`),
    seed,
    timeoutMs: 6 * HOUR_MS,
    env: {
      PAPERSHELF_FUZZ_COUNT: givenCount,
      ...(path !== undefined && { PAPERSHELF_FUZZ_PATH: path }),
    },
    live: true,
    repeat: (failed) =>
      `npm run ${command === 'sweep' ? 'sweep --' : `fuzz -- ${command}`} ${givenCount} ${seed} ${failed.path ?? ''}`.trim(),
  });
}
