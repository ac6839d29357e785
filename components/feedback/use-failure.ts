import { useMemo, useState } from 'preact/hooks';
import { asFailure, type FailureCode } from '@/lib/shared/failure';
import type { PageNotices } from './Notices';

/** A page's failures. Shows the latest until all are retried or dismissed. */
export interface Failing {
  failure: PageNotices['failure'];
  /** @param retry called by the Retry button, with those of other failures */
  fail(error: unknown, retry: () => void): void;
  /**
   * Starts `work` at once; offers Retry if it fails.
   * @param action its former failure is cleared, unless kept; others stay
   * @returns false if it failed or resolved to false
   */
  attempt(work: () => Promise<unknown>, action?: string): Promise<boolean>;
}

interface Failed {
  code: FailureCode;
  retry: () => void;
  action?: string;
}

/**
 * Holds failures; its functions are stable.
 * @param keepsFailure keeps them despite later attempts, which may be about other papers
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
