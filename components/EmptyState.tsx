import type { ComponentChildren } from 'preact';

interface Props {
  title: string;
  /** What can be done about it. */
  children?: ComponentChildren;
}

/** What stands where there is nothing to list. */
export function EmptyState({ title, children }: Props) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children && <p class="empty-hint">{children}</p>}
    </div>
  );
}
