import type { ComponentChildren } from 'preact';

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
        <h2 class="view-title">{title}</h2>
        {actions && <div class="view-actions">{actions}</div>}
        {hint && <p class="view-hint">{hint}</p>}
      </header>
      <div class="view-body">{children}</div>
      {notices}
    </main>
  );
}
