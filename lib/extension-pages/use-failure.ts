import { useMemo, useState } from 'preact/hooks';
import type { PageNotices } from '@/components/Notices';
import { asFailure, type Failure } from '../papers/failure';

/** What went wrong last in a page; it stays said until it is tried again or dismissed. */
export interface Failing {
  failure: PageNotices['failure'];
  /** Says what went wrong. @param retry tries it again */
  fail(error: unknown, retry: () => void): void;
  dismiss(): void;
}

/** Keeps what went wrong last; its functions stay the same. */
export function useFailure(): Failing {
  const [failed, setFailed] = useState<{ failure: Failure; retry: () => void }>();
  const steady = useMemo(
    () => ({
      fail: (error: unknown, retry: () => void): void =>
        setFailed({ failure: asFailure(error), retry }),
      dismiss: (): void => setFailed(undefined),
    }),
    [],
  );
  return useMemo(
    () => ({
      ...steady,
      failure: failed && {
        code: failed.failure.code,
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
