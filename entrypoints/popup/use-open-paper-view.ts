import { once, useSubscription } from '@/components/hooks/use-subscription';

const NOTHING = { subscribe: () => ({ unsubscribe() {} }) };

/** The open paper's view; undefined until wanted and loaded. */
export function useOpenPaperView(isWanted: boolean) {
  return useSubscription(
    () => (isWanted ? once(() => import('@/lib/pages/OpenPaper')) : NOTHING),
    [isWanted],
  );
}
