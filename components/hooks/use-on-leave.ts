import { useLayoutEffect, useRef } from 'preact/hooks';

/** Calls the latest `act` as the page goes, and as the component is taken away. */
export function useOnLeave(act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  // A layout effect, since only those are cleaned up before the component is gone.
  useLayoutEffect(() => {
    const actNow = (): void => latest.current();
    addEventListener('pagehide', actNow);
    return () => {
      removeEventListener('pagehide', actNow);
      actNow();
    };
  }, []);
}
