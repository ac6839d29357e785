import { useEffect, useState } from 'preact/hooks';
import type { Day } from '@/lib/shared/day';
import { localDayOf } from '@/lib/shared/local-day';

/** Polling interval, ms; a timer until midnight would miss sleep and a new time zone. */
const EVERY = 60_000;

/** The reader's day; follows the clock while the page is open. @param now ms since epoch */
export function useLocalDay(now: () => number): Day {
  const [day, setDay] = useState(() => localDayOf(now()));
  useEffect(() => {
    const look = (): void => setDay(localDayOf(now()));
    const timer = setInterval(look, EVERY);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [now]);
  return day;
}
