import type { HTMLAttributes } from 'preact';
import { useRef } from 'preact/hooks';
import { useRestoredFocus } from './use-restored-focus';

/** A box that gives the focus back when it goes (see `useRestoredFocus`). */
export function RestoredFocus(props: HTMLAttributes<HTMLDivElement>) {
  const area = useRef<HTMLDivElement>(null);
  useRestoredFocus(area);
  return <div {...props} ref={area} />;
}
