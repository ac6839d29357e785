import { useLayoutEffect } from 'preact/hooks';
import { useLatest } from './use-latest';

/** Calls the latest `act` on `pagehide` and unmount. */
export function useOnLeave(act: () => void): void {
  const latest = useLatest(act);
  // Layout effect: cleans up before removal.
  useLayoutEffect(() => {
    const actNow = (): void => latest.current();
    addEventListener('pagehide', actNow);
    return () => {
      removeEventListener('pagehide', actNow);
      actNow();
    };
  }, [latest]);
}
