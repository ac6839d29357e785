import { randomInt } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { HOUR_MS } from '../../lib/shared/day';
import { LONG_RUNS, runLong } from './long-runs';
import { root } from './paths';
import { runProperties } from './properties';

/**
 * `npm run fuzz`: runs the property tests with one seed after another, until one fails or the time
 * is over. `npm run fuzz -- 10 query` for ten minutes, in files with `query` in their paths. A third
 * argument is the seed of every round. `npm run fuzz -- reader` is a long run by name: see
 * `LONG_RUNS`.
 */
const [first = '5', ...rest] = process.argv.slice(2);
const long = LONG_RUNS.get(first);
const ok = long === undefined ? await fuzz(first, ...rest) : await runLong(first, long, rest);
process.exitCode = ok ? 0 : 1;

async function fuzz(minutes: string, pattern = '', givenSeed?: string): Promise<boolean> {
  const end = Date.now() + Number(minutes) * 60_000;
  const files = await filesWithProperties(pattern);
  console.log(`${files.length} files with property tests`);
  let passed = files.length > 0;
  for (let round = 1; passed && (round === 1 || Date.now() < end); round += 1) {
    const seed = givenSeed ?? String(randomInt(2 ** 31));
    process.stdout.write(`round ${round}, seed ${seed} … `);
    passed = await runProperties({
      files,
      seed,
      timeoutMs: HOUR_MS,
      repeat: ({ file }) => `npm run fuzz -- 0 ${file} ${seed}`,
    });
  }
  return passed;
}

/** Relative to the project's root, with slashes on Windows too. */
async function filesWithProperties(pattern: string): Promise<string[]> {
  const tests = resolve(root, 'tests');
  const found: string[] = [];
  for (const name of await readdir(tests, { recursive: true })) {
    const path = `tests/${name.replaceAll('\\', '/')}`;
    if (!/\.test\.tsx?$/.test(path) || !path.includes(pattern)) continue;
    if ((await readFile(resolve(tests, name), 'utf8')).includes("from 'fast-check'"))
      found.push(path);
  }
  return found.sort();
}
