import { useEffect, useState } from 'preact/hooks';
import type { PaperId } from '@/lib/papers/paper-id';
import { paperOfHash } from './paper-address';

/** The paper that the page's address names, so that reload and Back keep it open. */
export function useOpenPaper(): PaperId | undefined {
  const [open, setOpen] = useState(() => paperOfHash(location.hash));
  useEffect(() => {
    const follow = (): void => setOpen(paperOfHash(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return open;
}
