import { relative, resolve } from 'node:path';
import { command, type CommandOptions, type CommandResult } from './command';
import { type Counts, none, sum } from './counts';
import { byKind, describeFailure } from './kinds';
import { output, root, vitestConfig } from './paths';
import { clearReport, readReport } from './report';
import type { Step } from './step';

/** The part of vitest's JSON report that is read. */
interface VitestReport {
  testResults: {
    name: string;
    status: string;
    /** Why the file could not be loaded. */
    message?: string;
    assertionResults: {
      fullName: string;
      status: string;
      failureMessages?: string[];
      /** See tests/setup.ts. */
      meta: { isProperty?: boolean; smallestInput?: string; path?: string };
    }[];
  }[];
}

interface VitestResult extends CommandResult {
  report: VitestReport | undefined;
}

/** Runs vitest with these arguments; `name` is that of the report's file. */
export async function runVitest(
  name: string,
  args: readonly string[],
  options?: CommandOptions,
): Promise<VitestResult> {
  const path = resolve(output, name);
  await clearReport(path);
  const json = ['--reporter=json', `--outputFile.json=${path}`];
  const result = await command(
    ['vitest', 'run', '--config', vitestConfig, ...json, ...args],
    options,
  );
  return { ...result, report: await readReport<VitestReport>(path) };
}

/** The folders under tests/. */
const KINDS = ['unit', 'zones', 'integration', 'reliability', 'architecture'];

/** Everything that runs without a browser, in one run of vitest. */
export const vitest: Step = {
  name: 'tests without a browser',
  async run() {
    const result = await runVitest('vitest.json', ['--reporter=default']);
    return byKind(KINDS, countByKind(result.report), result, failuresOf(result.report));
  },
};

function countByKind(report: VitestReport | undefined): Map<string, Counts> {
  const found = new Map<string, Counts>();
  for (const file of report?.testResults ?? []) {
    const kind = relative(resolve(root, 'tests'), file.name).split(/[/\\]/)[0] ?? '';
    const counts = sum(file.assertionResults.map(({ status }) => countOne(status)));
    // A file that could not even be loaded has no tests to fail.
    const broken = file.status === 'failed' && counts.failed === 0;
    const settled = broken ? { ...counts, failed: 1 } : counts;
    found.set(kind, sum([found.get(kind) ?? none, settled]));
  }
  return found;
}

function failuresOf(report: VitestReport | undefined): string[] {
  return (report?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (status === 'failed' && failed.length === 0) {
      return [describeFailure(file, 'could not be loaded', message)];
    }
    return failed.map((test) => describeFailure(file, test.fullName, test.failureMessages?.[0]));
  });
}

function countOne(status: string): Counts {
  if (status === 'passed') return { ...none, passed: 1 };
  if (status === 'failed') return { ...none, failed: 1 };
  return { ...none, skipped: 1 };
}
