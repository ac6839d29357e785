import { type Counts, describeCounts, none, settle, sum } from './counts';
import type { StepResult } from './step';

/**
 * One runner's result by kind of test, in a step's one line: each kind that was asked for must
 * have run, so a folder that a pattern no longer finds does not go unnoticed.
 */
export function byKind(
  kinds: readonly string[],
  found: ReadonlyMap<string, Counts>,
  { ok, output }: { ok: boolean; output: string },
): StepResult {
  const anyFailed = [...found.values()].some(({ failed }) => failed > 0);
  const settled = kinds.map((kind, index) => {
    // A runner that failed without a failed test is told of once.
    const runnerOk = ok || anyFailed || index > 0;
    return { kind, ...settle(found.get(kind) ?? none, runnerOk) };
  });
  const counts = sum(settled.map((one) => one.counts));
  const lines = settled.map(
    ({ kind, counts: one, problem }) => `${kind}: ${problem ?? describeCounts(one)}`,
  );
  return { counts, note: lines.join('; '), output };
}
