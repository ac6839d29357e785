import './sidebar.css';
import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { fullCount } from '@/components/format/format-count';

export interface Place {
  href: string;
  label: string;
  /** Undefined if none or loading. */
  count?: number | undefined;
  current: boolean;
}

interface Props {
  places: readonly Place[];
  children: ComponentChildren;
}

/** Facets above navigation links. */
export function Sidebar({ places, children }: Props) {
  return (
    <div class="sidebar">
      <div class="sidebar-facets">{children}</div>
      <nav class="places" aria-label={i18n.t('sidebar.places')}>
        {places.map(({ href, label, count, current }) => (
          <a key={href} class="place" href={href} aria-current={current ? 'page' : undefined}>
            <span class="facet-name">{label}</span>
            {count !== undefined && count > 0 && (
              <span class="facet-count">{fullCount(count)}</span>
            )}
          </a>
        ))}
      </nav>
    </div>
  );
}
