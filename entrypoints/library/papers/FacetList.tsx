import { toChildArray, type ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';

interface Props {
  title: string;
  /** Rows at first; all by default. */
  limit?: number;
  children: ComponentChildren;
}

/** A facet's values; renders nothing without any. */
export function FacetList({ title, limit, children }: Props) {
  const id = useId();
  const [all, setAll] = useState(false);
  const rows = toChildArray(children);
  if (rows.length === 0) return null;
  // The button is as high as a row.
  const long = limit !== undefined && rows.length > limit + 1;
  return (
    <div class="facet" role="group" aria-labelledby={id}>
      <h2 id={id} class="facet-title">
        {title}
      </h2>
      {long && !all ? rows.slice(0, limit) : rows}
      {long && (
        <button
          type="button"
          class="ps-text-button facet-more"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? i18n.t('facets.fewer') : i18n.t('facets.more', [String(rows.length - limit)])}
        </button>
      )}
    </div>
  );
}
