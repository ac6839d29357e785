import './tabs.css';
import { useId, useRef } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { fullCount } from '../format/format-count';

export interface Tab<Id extends string> {
  id: Id;
  label: string;
  /** Undefined while unknown. */
  count: number | undefined;
}

interface Props<Id extends string> {
  label: string;
  tabs: readonly Tab<Id>[];
  /** Undefined while unknown. */
  selected: Id | undefined;
  onSelect(id: Id): void;
  children: ComponentChildren;
}

/** ARIA tabs: one tab stop, arrow keys select. */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect, children }: Props<Id>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const choose = (index: number): void => {
    const tab = tabs[(index + tabs.length) % tabs.length];
    if (tab === undefined) return;
    onSelect(tab.id);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[tabs.indexOf(tab)]?.focus();
  };
  return (
    <>
      <div ref={list} class="tabs" role="tablist" aria-label={label}>
        {tabs.map((tab, index) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            class="tab"
            aria-selected={tab.id === selected}
            aria-controls={tab.id === selected ? `${id}-panel` : undefined}
            tabIndex={tab.id === (selected ?? tabs[0]?.id) ? 0 : -1}
            onClick={() => onSelect(tab.id)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
              event.preventDefault();
              choose(index + (event.key === 'ArrowRight' ? 1 : -1));
            }}
          >
            <span class="tab-label">{tab.label}</span>
            {tab.count !== undefined && <span class="tab-count">{fullCount(tab.count)}</span>}
          </button>
        ))}
      </div>
      <div
        id={`${id}-panel`}
        class="tab-panel"
        role="tabpanel"
        aria-labelledby={selected && `${id}-${selected}`}
      >
        {children}
      </div>
    </>
  );
}
