/** How many tests or checks passed, failed and were skipped. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export const none: Counts = { passed: 0, failed: 0, skipped: 0 };

export function sum(all: readonly Counts[]): Counts {
  return all.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
    }),
    none,
  );
}

/** `12 passed, 0 failed`, with `, 1 skipped` only where there is one. */
export function describeCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * Counts that cannot look good when nothing ran or the runner itself broke: either is one failure,
 * with the sentence to show for it.
 */
export function settle(counts: Counts, runnerOk: boolean): { counts: Counts; problem?: string } {
  if (counts.passed + counts.failed === 0) {
    return { counts: { ...counts, failed: 1 }, problem: 'no test ran' };
  }
  if (!runnerOk && counts.failed === 0) {
    return { counts: { ...counts, failed: 1 }, problem: 'the runner failed, though no test did' };
  }
  return { counts };
}
