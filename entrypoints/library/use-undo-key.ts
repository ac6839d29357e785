import { useEffect, useRef } from 'preact/hooks';
import { isTyping } from '@/components/is-typing';
import type { Undos } from '@/lib/extension-pages/use-undo';

/** Has `z` take back what was done last, as in the list of papers. */
export function useUndoKey(undo: Undos['undo']): void {
  const latest = useRef(undo);
  latest.current = undo;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'z' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target)) return;
      latest.current?.onUndo();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
