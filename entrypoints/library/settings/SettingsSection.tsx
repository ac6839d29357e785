import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  title: string;
  children: ComponentChildren;
}

/** One part of the settings: its title in the margin, where there is one, and its rows. */
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
