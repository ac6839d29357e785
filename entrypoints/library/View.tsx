import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useFocusRestore } from '@/components/hooks/use-focus-restore';

interface Props {
  title: string;
  /** One sentence under the title. */
  hint?: string;
  /** What can be done with all of it, at the end of the title's line. */
  actions?: ComponentChildren;
  /** What was done or went wrong; lies over the end of the view. */
  notices?: ComponentChildren;
  children: ComponentChildren;
}

/** One view of the library page beside the list of papers: the trash, the tags, the settings … */
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
