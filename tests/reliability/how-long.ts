import { afterAll } from 'vitest';

const count = process.env['PAPERSHELF_FUZZ_COUNT'];

/** Whether this is one of the long runs by name (`npm run fuzz -- reader`, `npm run sweep`). */
export const isLong = count !== undefined;

/** How much is tried: what the command asks for, or `few` in `npm test`. */
export const countOr = (few: number): number => (count === undefined ? few : Number(count));

/** Where a property goes on that failed before, as fast-check reports it. */
export const givenPath = process.env['PAPERSHELF_FUZZ_PATH'];

// Tests replace the clock.
const clock = performance.now.bind(performance);

/** Counts what was tried; a long run prints it with its rate. */
export function counter(what: string): (more?: number) => void {
  let done = 0;
  const start = clock();
  const print = (): void => {
    const rate = Math.round((done / (clock() - start)) * 1000);
    console.log(`${what}: ${done.toLocaleString('en')}, ${rate}/s`);
  };
  if (isLong) afterAll(print);
  return (more = 1) => {
    done += more;
    if (isLong && done % 10_000 === 0) print();
  };
}
