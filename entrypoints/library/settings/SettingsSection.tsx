import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  title: string;
  children: ComponentChildren;
}

/** A section, titled in the margin if space allows. */
export function SettingsSection({ title, children }: Props) {
  const id = useId();
  return (
    <section class="settings-section" aria-labelledby={id}>
      <h3 id={id} class="settings-title">
        {title}
      </h3>
      <div class="settings-rows">{children}</div>
    </section>
  );
}
