import type { HTMLAttributes } from 'preact';
import { useRef } from 'preact/hooks';
import { useRestoredFocus } from '../hooks/use-focus-restore';

/** A box that gives the focus back when it goes (see `useRestoredFocus`). */
export function RestoredFocus(props: HTMLAttributes<HTMLDivElement>) {
  const area = useRef<HTMLDivElement>(null);
  useRestoredFocus(area);
  return <div {...props} ref={area} />;
}
