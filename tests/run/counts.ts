/** Numbers of passed, failed and skipped tests or checks. */
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

/** `12 passed, 0 failed`, and `, 1 skipped` if any. */
export function describeCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * Counts one failure, with a message, when no test ran or the runner itself failed.
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
