import './view.css';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useFocusRestore } from '@/components/hooks/use-focus-restore';

interface Props {
  title: string;
  hint?: string;
  /** Beside the title. */
  actions?: ComponentChildren;
  /** Over the bottom of the view. */
  notices?: ComponentChildren;
  children: ComponentChildren;
}

/** Layout of all views except the paper list. */
export function View({ title, hint, actions, notices, children }: Props) {
  return (
    <main class="view">
      <header class="view-head">
        <h2 class="view-title" tabIndex={-1}>
          {title}
        </h2>
        {actions && <Actions>{actions}</Actions>}
        {hint && <p class="view-hint">{hint}</p>}
      </header>
      <div class="view-body">{children}</div>
      {notices}
    </main>
  );
}

function Actions({ children }: { children: ComponentChildren }) {
  const place = useRef<HTMLDivElement>(null);
  useFocusRestore(place);
  return (
    <div ref={place} class="view-actions">
      {children}
    </div>
  );
}
