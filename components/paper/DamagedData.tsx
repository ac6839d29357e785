import './damaged.css';
import { i18n } from '#i18n';

interface Props {
  /** The rows as stored. */
  rows: object;
  onRemove(): void;
}

/** A paper's damaged rows, with a button to remove them. */
export function DamagedData({ rows, onRemove }: Props) {
  return (
    <section class="damaged" role="status">
      <p>{i18n.t('damaged.hint')}</p>
      <details>
        <summary>{i18n.t('damaged.show')}</summary>
        <pre class="damaged-data">{asText(rows)}</pre>
      </details>
      <div>
        <button type="button" class="ps-button ps-button-danger" onClick={onRemove}>
          {i18n.t('damaged.remove')}
        </button>
      </div>
    </section>
  );
}

function asText(rows: object): string {
  try {
    return JSON.stringify(rows, (_, value: unknown) => plain(value), 2);
  } catch {
    return String(rows);
  }
}

/** JSON has no symbols (they mark unreadable rows) and no bigints. */
function plain(value: unknown): unknown {
  return typeof value === 'symbol' || typeof value === 'bigint' ? String(value) : value;
}
