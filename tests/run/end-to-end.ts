import { resolve } from 'node:path';
import { ensureChromium } from './chromium';
import { command } from './command';
import { type Counts, none, sum } from './counts';
import { ensureFirefox } from './firefox';
import { byKind, describeFailure } from './kinds';
import { output, playwrightConfig } from './paths';
import { clearReport, readReport } from './report';
import type { Step } from './step';

/** The part of Playwright's JSON report that is counted; suites nest. */
interface Suite {
  suites?: Suite[];
  specs?: {
    title: string;
    file: string;
    line: number;
    tests: {
      projectName: string;
      status: string;
      results?: { error?: { message?: string } }[];
    }[];
  }[];
}

/** Where playwright.config.ts has Playwright write it. */
const REPORT = resolve(output, 'e2e.json');

/** The built extension in a real Chromium and a real Firefox, finding or installing them first. */
export const endToEnd: Step[] = [
  browserStep(
    'end to end in Chromium',
    'chromium',
    ['week', 'chromium'],
    'PAPERSHELF_CHROMIUM',
    ensureChromium,
  ),
  browserStep('smoke in Firefox', 'firefox', ['firefox'], 'PAPERSHELF_FIREFOX', ensureFirefox),
];

function browserStep(
  name: string,
  browser: string,
  projects: readonly string[],
  variable: string,
  ensureBrowser: () => Promise<string>,
): Step {
  return {
    name,
    async run() {
      const env = { [variable]: await ensureBrowser() };
      await clearReport(REPORT);
      const chosen = projects.map((project) => `--project=${project}`);
      const args = ['test', '--config', playwrightConfig, ...chosen];
      const result = await command(['playwright', ...args], { env, timeoutMs: 3_600_000 });
      const report = (await readReport<Suite>(REPORT)) ?? {};
      const found = new Map([[browser, countSuite(report)]]);
      return byKind([browser], found, result, failuresOf(report));
    },
  };
}

function countSuite({ suites = [], specs = [] }: Suite): Counts {
  const own = specs.flatMap(({ tests }) => tests.map(({ status }) => countOne(status)));
  return sum([...own, ...suites.map(countSuite)]);
}

function failuresOf({ suites = [], specs = [] }: Suite): string[] {
  const own = specs.flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => countOne(status).failed > 0)
      .map(({ results }) =>
        describeFailure(`tests/e2e/${file}:${line}`, title, results?.at(-1)?.error?.message),
      ),
  );
  return [...own, ...suites.flatMap(failuresOf)];
}

/** `flaky` passed at the second go: with no retries it cannot occur, and would not be a pass. */
function countOne(status: string): Counts {
  if (status === 'expected') return { ...none, passed: 1 };
  if (status === 'skipped') return { ...none, skipped: 1 };
  return { ...none, failed: 1 };
}
