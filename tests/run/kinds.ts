import { stripVTControlCharacters } from 'node:util';
import { type Counts, describeCounts, none, settle, sum } from './counts';
import type { StepResult } from './step';

/**
 * A runner's result by kind of test. Fails if a kind did not run, e.g. because a pattern no longer
 * matches its folder.
 */
export function byKind(
  kinds: readonly string[],
  found: ReadonlyMap<string, Counts>,
  { ok, output }: { ok: boolean; output: string },
  failures: readonly string[],
): StepResult {
  const anyFailed = [...found.values()].some(({ failed }) => failed > 0);
  const settled = kinds.map((kind, index) => {
    // Report a failed runner without failed tests once.
    const runnerOk = ok || anyFailed || index > 0;
    return { kind, ...settle(found.get(kind) ?? none, runnerOk) };
  });
  const counts = sum(settled.map((one) => one.counts));
  const lines = settled.map(
    ({ kind, counts: one, problem }) => `${kind}: ${problem ?? describeCounts(one)}`,
  );
  return { counts, note: lines.join('; '), output, failures };
}

/** A failed test in one line, and the first line of why. */
export function describeFailure(place: string, title: string, message: string | undefined): string {
  const [reason = ''] = stripVTControlCharacters(message ?? '')
    .trim()
    .split('\n');
  return [`${place}: ${title}`, reason].filter(Boolean).join('\n  ');
}
