import { useMemo, useState } from 'preact/hooks';
import { asFailure, type FailureCode } from '@/lib/shared/failure';
import type { PageNotices } from './Notices';

/** What went wrong last in a page; it stays said until it is tried again or dismissed. */
export interface Failing {
  failure: PageNotices['failure'];
  /** Says what went wrong. @param retry tries it again */
  fail(error: unknown, retry: () => void): void;
  /**
   * Takes away what was said before and does this, begun at once; or says why not and offers to try
   * it again.
   */
  attempt(work: () => Promise<unknown>): void;
  dismiss(): void;
}

/** Keeps what went wrong last; its functions stay the same. */
export function useFailure(): Failing {
  const [failed, setFailed] = useState<{ code: FailureCode; retry: () => void }>();
  const steady = useMemo(() => {
    const fail = (error: unknown, retry: () => void): void =>
      setFailed({ code: asFailure(error).code, retry });
    const dismiss = (): void => setFailed(undefined);
    const attempt = (work: () => Promise<unknown>): void => {
      dismiss();
      work().catch((error: unknown) => fail(error, () => attempt(work)));
    };
    return { fail, attempt, dismiss };
  }, []);
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
