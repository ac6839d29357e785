import { useMemo, useState } from 'preact/hooks';
import { asFailure, type FailureCode } from '@/lib/shared/failure';
import type { PageNotices } from './Notices';

/** A page's latest failure; shown until retried or dismissed. */
export interface Failing {
  failure: PageNotices['failure'];
  /** @param retry called by the Retry button */
  fail(error: unknown, retry: () => void): void;
  /**
   * Clears the failure, unless kept, and starts `work` at once; offers Retry if it fails.
   * @returns false when it failed, or resolved to false
   */
  attempt(work: () => Promise<unknown>): Promise<boolean>;
  dismiss(): void;
}

/**
 * Holds the latest failure; its functions are stable.
 * @param keepsFailure whether it stays despite later attempts, which may be about another paper
 */
export function useFailure({ keepsFailure = false } = {}): Failing {
  const [failed, setFailed] = useState<{ code: FailureCode; retry: () => void }>();
  const steady = useMemo(() => {
    const fail = (error: unknown, retry: () => void): void =>
      setFailed({ code: asFailure(error).code, retry });
    const dismiss = (): void => setFailed(undefined);
    const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
      if (!keepsFailure) dismiss();
      try {
        return (await work()) !== false;
      } catch (error) {
        fail(error, () => void attempt(work));
        return false;
      }
    };
    return { fail, attempt, dismiss };
  }, [keepsFailure]);
  return useMemo(
    () => ({
      ...steady,
      failure: failed && {
        code: failed.code,
        onRetry() {
          steady.dismiss();
          failed.retry();
        },
        onDismiss: steady.dismiss,
      },
    }),
    [steady, failed],
  );
}
