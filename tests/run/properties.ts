import { relative } from 'node:path';
import { root } from './paths';
import { runVitest } from './vitest';

interface Failed {
  /** Relative to the project's root. */
  file: string;
  /** Where fast-check found it, with the same seed. */
  path: string | undefined;
}

interface Run {
  files: readonly string[];
  seed: string;
  timeoutMs: number;
  /** For `tests/setup.ts` and `tests/reliability/how-long.ts`. */
  env?: Record<string, string>;
  /** Shows what the tests print. */
  live?: boolean;
  /** The command that repeats a failure. */
  repeat(failed: Failed): string;
}

/** Runs property tests with a seed, and reports the first failure with its smallest input. */
export async function runProperties(run: Run): Promise<boolean> {
  const { files, seed, timeoutMs, live = false } = run;
  // A limit of time would hide the smallest input, which takes many more draws to find.
  const args = ['--reporter=minimal', `--testTimeout=${timeoutMs}`, ...files];
  // One after the other: the rates are to be compared.
  if (live) args.push('--disable-console-intercept', '--no-file-parallelism');
  const env = { PAPERSHELF_FUZZ_SEED: seed, ...run.env };
  const { ok, output, report } = await runVitest('fuzz.json', args, { env, timeoutMs, live });
  const tests = (report?.testResults ?? []).flatMap(({ name, assertionResults }) =>
    assertionResults.map((test) => ({ file: relative(root, name).replaceAll('\\', '/'), ...test })),
  );
  const properties = tests.filter(({ meta }) => meta.isProperty === true);
  console.log(`${properties.length} property tests ${ok ? 'passed' : 'ran'}`);
  if (ok) return live || properties.length > 0;
  if (!live) console.log(output.trimEnd());
  const first = tests.find(({ status }) => status === 'failed');
  if (first === undefined) return false;
  console.log(`\nFAILED: ${first.fullName}`);
  if (first.meta.smallestInput !== undefined) {
    console.log(`smallest input: ${first.meta.smallestInput}`);
  }
  console.log(`repeat: ${run.repeat({ file: first.file, path: first.meta.path })}`);
  return false;
}
