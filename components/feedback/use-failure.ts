import { useMemo, useState } from 'preact/hooks';
import { asFailure, type FailureCode } from '@/lib/shared/failure';
import type { PageNotices } from './Notices';

/** A page's failures, shown as the latest until all are retried or dismissed. */
export interface Failing {
  failure: PageNotices['failure'];
  /** Adds a failure. @param retry called by the Retry button, together with those of the others */
  fail(error: unknown, retry: () => void): void;
  /**
   * Starts `work` at once; offers Retry if it fails.
   * @param action clears this action's former failure, unless kept; other actions keep theirs
   * @returns false when it failed, or resolved to false
   */
  attempt(work: () => Promise<unknown>, action?: string): Promise<boolean>;
}

interface Failed {
  code: FailureCode;
  retry: () => void;
  action?: string;
}

/**
 * Holds the failures; its functions are stable.
 * @param keepsFailure whether they stay despite later attempts, which may be about another paper
 */
export function useFailure({ keepsFailure = false } = {}): Failing {
  const [failures, setFailures] = useState<readonly Failed[]>([]);
  const steady = useMemo(() => {
    const add = (failed: Failed): void => setFailures((former) => [...former, failed]);
    const fail = (error: unknown, retry: () => void): void =>
      add({ code: asFailure(error).code, retry });
    const attempt = async (work: () => Promise<unknown>, action = ''): Promise<boolean> => {
      if (!keepsFailure) {
        setFailures((former) => former.filter((each) => each.action !== action));
      }
      try {
        return (await work()) !== false;
      } catch (error) {
        const { code } = asFailure(error);
        add({ code, action, retry: () => void attempt(work, action) });
        return false;
      }
    };
    return { fail, attempt };
  }, [keepsFailure]);
  return useMemo(() => {
    const last = failures.at(-1);
    return {
      ...steady,
      failure: last && {
        code: last.code,
        onRetry() {
          setFailures([]);
          for (const { retry } of failures) retry();
        },
        onDismiss: () => setFailures([]),
      },
    };
  }, [steady, failures]);
}
