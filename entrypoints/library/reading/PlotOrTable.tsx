import './plot-or-table.css';
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';

interface Props {
  title: string;
  plot: ComponentChildren;
  /** The same numbers. */
  table: ComponentChildren;
}

/** A section that toggles plot and table. */
export function PlotOrTable({ title, plot, table }: Props) {
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  return (
    <section class="reading-part">
      <div class="reading-part-head">
        <h3 id={id}>{title}</h3>
        <button
          type="button"
          class="ps-text-button reading-toggle"
          aria-pressed={asTable}
          aria-label={i18n.t('reading.tableOf', [title])}
          onClick={() => setAsTable(!asTable)}
        >
          {i18n.t('reading.table')}
        </button>
      </div>
      {asTable ? (
        // Focusable, to scroll by arrow keys.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div class="reading-table" role="region" aria-labelledby={id} tabIndex={0}>
          {table}
        </div>
      ) : (
        plot
      )}
    </section>
  );
}
