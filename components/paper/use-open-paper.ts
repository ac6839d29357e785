import { useEffect, useState } from 'preact/hooks';
import type { PaperId } from '@/lib/papers/paper-id';
import { paperOfHash, type PaperPlace } from '../format/paper-address';

/** The paper in the URL hash, kept across reload and Back. */
export function useOpenPaper(place: PaperPlace = 'paper'): PaperId | undefined {
  const [open, setOpen] = useState(() => paperOfHash(location.hash, place));
  useEffect(() => {
    const follow = (): void => setOpen(paperOfHash(location.hash, place));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [place]);
  return open;
}
