import { once, useSubscription } from '@/components/hooks/use-subscription';
import { useLostLibrary } from '@/lib/pages/backups/use-lost-library';

/** The notice that the browser deleted the library; loads its parts only then. */
export function LostLibrary({ ready }: { ready: boolean }) {
  const lost = useLostLibrary(ready);
  const isLost = lost !== undefined;
  const loaded = useSubscription(
    () => once(async () => (isLost ? import('./RestoreLibrary') : undefined)),
    [isLost],
  );
  return lost && loaded ? <loaded.RestoreLibrary lost={lost} /> : null;
}
