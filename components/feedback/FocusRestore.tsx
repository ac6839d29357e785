import type { HTMLAttributes } from 'preact';
import { useRef } from 'preact/hooks';
import { useFocusRestore } from '../hooks/use-focus-restore';

/** A `div` with `useFocusRestore`. */
export function FocusRestore(props: HTMLAttributes<HTMLDivElement>) {
  const area = useRef<HTMLDivElement>(null);
  useFocusRestore(area);
  return <div {...props} ref={area} />;
}
