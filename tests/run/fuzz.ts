import { randomInt } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { HOUR_MS } from '../../lib/shared/day';
import { root } from './paths';
import { runVitest } from './vitest';

/**
 * `npm run fuzz`: runs the property tests with one seed after another, until one fails or the time
 * is over. `npm run fuzz -- 10 query` for ten minutes, in files with `query` in their paths. A third
 * argument is the seed of every round.
 */
const [minutes = '5', pattern = '', givenSeed] = process.argv.slice(2);

const end = Date.now() + Number(minutes) * 60_000;
const files = await filesWithProperties();
console.log(`${files.length} files with property tests`);
let failed = files.length === 0;
for (let round = 1; !failed && (round === 1 || Date.now() < end); round += 1) {
  failed = !(await passes(round, givenSeed ?? String(randomInt(2 ** 31))));
}
process.exitCode = failed ? 1 : 0;

/** Relative to the project's root, with slashes on Windows too. */
async function filesWithProperties(): Promise<string[]> {
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

async function passes(round: number, seed: string): Promise<boolean> {
  process.stdout.write(`round ${round}, seed ${seed} … `);
  // A limit of time would hide the smallest input, which takes many more draws to find.
  const args = ['--reporter=minimal', `--testTimeout=${HOUR_MS}`, ...files];
  const env = { PAPERSHELF_FUZZ_SEED: seed };
  const { ok, output, report } = await runVitest('fuzz.json', args, { env, timeoutMs: HOUR_MS });
  const tests = (report?.testResults ?? []).flatMap(({ name, assertionResults }) =>
    assertionResults.map((test) => ({ file: relative(root, name).replaceAll('\\', '/'), ...test })),
  );
  const properties = tests.filter(({ meta }) => meta.isProperty === true);
  console.log(`${properties.length} property tests ${ok ? 'passed' : 'ran'}`);
  if (ok) return properties.length > 0;
  console.log(output.trimEnd());
  const first = tests.find(({ status }) => status === 'failed');
  if (first === undefined) return false;
  console.log(`\nFAILED: ${first.fullName}`);
  if (first.meta.smallestInput !== undefined) {
    console.log(`smallest input: ${first.meta.smallestInput}`);
  }
  console.log(`repeat: npm run fuzz -- 0 ${first.file} ${seed}`);
  return false;
}
