import { i18n } from '#i18n';
import { useEffect, useId, useRef } from 'preact/hooks';
import { FILTER_EFFECTS, type CardFilter } from '@/lib/papers/card-filter';

export interface FilterMenuProps {
  filter: CardFilter;
  onChange: (parts: Partial<CardFilter>) => void;
}

const KINDS = ['seen', 'read', 'dismissed'] as const;

/** Chooses which cards are filtered, and how. */
export function FilterMenu({ filter, onChange }: FilterMenuProps) {
  const name = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('input')?.focus(), []);
  const labels = {
    seen: i18n.t('pageBar.filterSeen'),
    read: i18n.t('pageBar.filterRead'),
    dismissed: i18n.t('pageBar.filterDismissed'),
    dim: i18n.t('pageBar.dim'),
    hide: i18n.t('pageBar.hide'),
  };
  return (
    <div ref={box} class="ps-menu" role="dialog" aria-label={i18n.t('pageBar.filter')}>
      <fieldset>
        <legend>{i18n.t('pageBar.filterTitle')}</legend>
        {KINDS.map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={filter[kind]}
              onChange={() => onChange({ [kind]: !filter[kind] })}
            />
            {labels[kind]}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{i18n.t('pageBar.effect')}</legend>
        {FILTER_EFFECTS.map((how) => (
          <label key={how}>
            <input
              type="radio"
              name={name}
              checked={filter.how === how}
              onChange={() => onChange({ how })}
            />
            {labels[how]}
          </label>
        ))}
      </fieldset>
    </div>
  );
}
