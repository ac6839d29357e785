import { useEffect, useState } from 'preact/hooks';

/** ms since epoch; updated every `every` ms and when `mark` changes. */
export function useNow(every: number, mark?: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every, mark]);
  return now;
}
