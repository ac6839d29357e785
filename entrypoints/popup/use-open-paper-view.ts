import { once, useSubscription } from '@/components/hooks/use-subscription';

const NOTHING = { subscribe: () => ({ unsubscribe() {} }) };

/** The view of an open paper, undefined until it is wanted and loaded. */
export function useOpenPaperView(isWanted: boolean) {
  return useSubscription(
    () => (isWanted ? once(() => import('@/lib/pages/OpenPaper')) : NOTHING),
    [isWanted],
  );
}
