import { useLayoutEffect } from 'preact/hooks';
import { useLatest } from './use-latest';

/** Calls the latest `act` on `pagehide` and on unmount. */
export function useOnLeave(act: () => void): void {
  const latest = useLatest(act);
  // Layout effect: its cleanup runs before the component is removed.
  useLayoutEffect(() => {
    const actNow = (): void => latest.current();
    addEventListener('pagehide', actNow);
    return () => {
      removeEventListener('pagehide', actNow);
      actNow();
    };
  }, [latest]);
}
