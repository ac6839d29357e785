import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { PageNotices } from '@/components/feedback/Notices';
import { useFailure } from '@/components/feedback/use-failure';
import type { ProgressOptions } from '@/lib/shared/in-batches';

/** Work shorter than this is not worth a word, ms. */
const WORTH_SAYING = 300;

export interface TaskRunner {
  /**
   * Does long work, one at a time, saying how far it is and offering to cancel it. What goes wrong
   * is said too, with an offer to try again.
   * @param label what is being done, in words: `Tagging papers`
   * @returns what the work gave; undefined when it was cancelled or failed
   */
  run<T>(
    label: string,
    work: (options: Required<ProgressOptions>) => Promise<T>,
  ): Promise<T | undefined>;
  /** Resolves once what was begun has come to its end, whatever that is. */
  ended(): Promise<unknown>;
  work: PageNotices['work'];
  failure: PageNotices['failure'];
}

/** Long work of a page. */
export function useTaskRunner(): TaskRunner {
  const [work, setWork] = useState<PageNotices['work']>();
  const { failure, fail, dismiss } = useFailure();
  const underWay = useRef<Promise<unknown>>(Promise.resolve());

  const run = useCallback(
    async <T>(
      label: string,
      what: (options: Required<ProgressOptions>) => Promise<T>,
    ): Promise<T | undefined> => {
      dismiss();
      const cancelled = new AbortController();
      const since = performance.now();
      const say = (done: number, total: number): void => {
        if (performance.now() - since < WORTH_SAYING || cancelled.signal.aborted) return;
        setWork({ label, done, total, onCancel: () => cancelled.abort() });
      };
      const turn = underWay.current.then(() => what({ onProgress: say, signal: cancelled.signal }));
      // The next waits for it, however it ends.
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
    [fail, dismiss],
  );
  const ended = useCallback(() => underWay.current, []);
  return useMemo(() => ({ run, ended, work, failure }), [run, ended, work, failure]);
}
