import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLatest } from '../hooks/use-latest';

/** Calls `onPress` for presses outside the element while `wanted`. */
export function usePressOutside(
  element: RefObject<HTMLElement | null>,
  wanted: boolean,
  onPress: () => void,
): void {
  const latest = useLatest(onPress);
  useEffect(() => {
    if (!wanted) return;
    const onPointerDown = ({ target }: Event): void => {
      if (!(target instanceof Node) || !element.current?.contains(target)) latest.current();
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [element, wanted, latest]);
}
