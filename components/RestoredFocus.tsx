import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useRestoredFocus } from './use-restored-focus';

/** Gives the focus back when what is in it goes (see `useRestoredFocus`). */
export function RestoredFocus({ children }: { children: ComponentChildren }) {
  const area = useRef<HTMLDivElement>(null);
  useRestoredFocus(area);
  return <div ref={area}>{children}</div>;
}
