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
}

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

/** Runs all steps, also after a failed one, and prints a line for each. */
export async function runSteps(steps: readonly Step[]): Promise<Counts[]> {
  const found: Counts[] = [];
  for (const { name, run } of steps) {
    process.stdout.write(`${name} … `);
    const start = performance.now();
    const { counts, note, output } = await run().catch(crash);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const words = [counts.failed > 0 ? 'FAILED' : 'ok', note, `${seconds} s`];
    console.log(words.filter((word) => word !== undefined).join(', '));
    if (counts.failed > 0 && output !== undefined) console.log(`${output.trimEnd()}\n`);
    found.push(counts);
  }
  return found;
}

function crash(error: unknown): StepResult {
  const output = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { ...failed(), output };
}
