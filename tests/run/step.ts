import { performance } from 'node:perf_hooks';
import { command } from './command';
import { type Counts, none } from './counts';

/** The result of a step. */
export interface StepResult {
  counts: Counts;
  /** Shown in the step's line. */
  note?: string;
  /** Shown on failure. */
  output?: string;
  /** What failed, a line each, for the summary at the end. */
  failures?: readonly string[];
}

/** What a step printed that failed without naming its failures: its last lines. */
const LAST_LINES = 5;
/** Failures in the summary; the rest is above. */
const MOST_FAILURES = 20;

/** One check of the project. */
export interface Step {
  name: string;
  run(): Promise<StepResult>;
}

/** A step that counts as one check. */
export function check(name: string, ...commands: [string, ...string[]][]): Step {
  return {
    name,
    async run() {
      let output = '';
      for (const one of commands) {
        const result = await command(one);
        output += result.output;
        if (!result.ok) return { ...failed(), output };
      }
      return passed();
    },
  };
}

export function passed(note?: string): StepResult {
  return { counts: { ...none, passed: 1 }, ...(note === undefined ? {} : { note }) };
}

export function failed(note?: string): StepResult {
  return { counts: { ...none, failed: 1 }, ...(note === undefined ? {} : { note }) };
}

/** As most steps use one core. */
const AT_ONCE = 2;

/**
 * Runs all steps, also after a failed one, and prints a line for each, in order. Ends with what
 * failed, so that the last lines of a long log say why.
 * @param steps of an inner array, two run at the same time
 */
export async function runSteps(steps: readonly (Step | readonly Step[])[]): Promise<Counts[]> {
  const found: Counts[] = [];
  const summary: string[] = [];
  for (const step of steps) {
    const group = 'run' in step ? [step] : step;
    const results = await runGroup(group);
    found.push(...results.map(({ counts }) => counts));
    summary.push(...group.flatMap(({ name }, at) => failuresOf(name, results[at]!)));
  }
  if (summary.length > 0) console.log(`\nFailed:\n${describeFailures(summary)}\n`);
  return found;
}

async function runGroup(steps: readonly Step[]): Promise<TimedResult[]> {
  const results: TimedResult[] = [];
  let started = 0;
  let printed = 0;
  const printName = (at: number) => process.stdout.write(`${steps[at]?.name} … `);
  async function work(): Promise<void> {
    while (started < steps.length) {
      const at = started;
      started += 1;
      if (at === printed) printName(at);
      results[at] = await runStep(steps[at]!);
      for (let result = results[printed]; result !== undefined; result = results[printed]) {
        printResult(result);
        printed += 1;
        if (printed < started) printName(printed);
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}

interface TimedResult extends StepResult {
  seconds: number;
}

async function runStep({ run }: Step): Promise<TimedResult> {
  const start = performance.now();
  const result = await run().catch(crash);
  return { ...result, seconds: (performance.now() - start) / 1000 };
}

function printResult({ counts, note, output, seconds }: TimedResult): void {
  const words = [counts.failed > 0 ? 'FAILED' : 'ok', note, `${seconds.toFixed(1)} s`];
  console.log(words.filter((word) => word !== undefined).join(', '));
  if (counts.failed > 0 && output !== undefined) console.log(`${output.trimEnd()}\n`);
}

function failuresOf(name: string, { counts, note, output, failures }: StepResult): string[] {
  if (counts.failed === 0) return [];
  return failures?.length ? [...failures] : lastLines(name, output ?? note ?? '');
}

function lastLines(name: string, output: string): string[] {
  const lines = output.trimEnd().split('\n').slice(-LAST_LINES);
  return [[name, ...lines].join('\n  ')];
}

function describeFailures(failures: readonly string[]): string {
  const rest = failures.length - MOST_FAILURES;
  const shown = failures.slice(0, MOST_FAILURES).map((failure) => `- ${failure}`);
  return [...shown, ...(rest > 0 ? [`- and ${rest} more`] : [])].join('\n');
}

function crash(error: unknown): StepResult {
  const output = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { ...failed(), output };
}
