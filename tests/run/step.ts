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

/**
 * Runs all steps, also after a failed one, and prints a line for each. Ends with what failed, so that
 * the last lines of a long log say why.
 */
export async function runSteps(steps: readonly Step[]): Promise<Counts[]> {
  const found: Counts[] = [];
  const summary: string[] = [];
  for (const { name, run } of steps) {
    process.stdout.write(`${name} … `);
    const start = performance.now();
    const { counts, note, output, failures } = await run().catch(crash);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const words = [counts.failed > 0 ? 'FAILED' : 'ok', note, `${seconds} s`];
    console.log(words.filter((word) => word !== undefined).join(', '));
    if (counts.failed > 0) {
      if (output !== undefined) console.log(`${output.trimEnd()}\n`);
      summary.push(...(failures?.length ? failures : lastLines(name, output ?? note ?? '')));
    }
    found.push(counts);
  }
  if (summary.length > 0) console.log(`\nFailed:\n${describeFailures(summary)}\n`);
  return found;
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
