import './empty-state.css';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useFocusRestore } from '../hooks/use-focus-restore';

interface Props {
  title: string;
  children?: ComponentChildren;
}

/** Shown for an empty list. */
export function EmptyState({ title, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useFocusRestore(place);
  return (
    <div ref={place} class="empty" tabIndex={-1}>
      <p class="empty-title">{title}</p>
      {children && <p class="empty-hint">{children}</p>}
    </div>
  );
}
