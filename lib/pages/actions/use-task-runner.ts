import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { PageNotices } from '@/components/feedback/Notices';
import { useFailure } from '@/components/feedback/use-failure';
import type { ProgressOptions } from '@/lib/shared/in-batches';

/** Shorter tasks show no progress, ms. */
const PROGRESS_DELAY = 300;

export interface TaskRunner {
  /**
   * Runs tasks one at a time, with progress, Cancel, and Retry after a failure.
   * @param label `Tagging papers`
   * @returns undefined if cancelled or failed
   */
  run<T>(
    label: string,
    work: (options: Required<ProgressOptions>) => Promise<T>,
  ): Promise<T | undefined>;
  /** Resolves once all tasks so far have settled. */
  ended(): Promise<unknown>;
  work: PageNotices['work'];
  failure: PageNotices['failure'];
}

/** `run` and `ended` are stable across renders. */
export function useTaskRunner(): TaskRunner {
  const [work, setWork] = useState<PageNotices['work']>();
  const { failure, fail } = useFailure();
  const underWay = useRef<Promise<unknown>>(Promise.resolve());

  const run = useCallback(
    async <T>(
      label: string,
      what: (options: Required<ProgressOptions>) => Promise<T>,
    ): Promise<T | undefined> => {
      const cancelled = new AbortController();
      const since = performance.now();
      const reportProgress = (done: number, total: number): void => {
        if (performance.now() - since < PROGRESS_DELAY || cancelled.signal.aborted) return;
        setWork({ label, done, total, onCancel: () => cancelled.abort() });
      };
      const turn = underWay.current.then(() =>
        what({ onProgress: reportProgress, signal: cancelled.signal }),
      );
      // The next task starts even if this one fails.
      underWay.current = turn.catch(() => undefined);
      try {
        return await turn;
      } catch (error) {
        if (!cancelled.signal.aborted) {
          fail(error, () => void run(label, what));
        }
        return undefined;
      } finally {
        setWork(undefined);
      }
    },
    [fail],
  );
  const ended = useCallback(() => underWay.current, []);
  return useMemo(() => ({ run, ended, work, failure }), [run, ended, work, failure]);
}
