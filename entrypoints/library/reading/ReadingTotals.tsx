import { i18n } from '#i18n';
import { STATUSES, type Status } from '@/lib/papers/entry';
import { fullCount } from '@/components/format/format-count';
import { statusLabel } from '@/components/format/status-labels';
import { StatusDot } from '@/components/fields/StatusDot';

interface Props {
  totals: Readonly<Record<Status, number>>;
  /** Median wait of papers to read, days; undefined without any. */
  wait: number | undefined;
}

/** Papers per status in the library today. */
export function ReadingTotals({ totals, wait }: Props) {
  return (
    <div class="reading-totals">
      <ul>
        {STATUSES.map((status) => (
          <li key={status}>
            <StatusDot status={status} />
            {statusLabel(status)} <strong>{fullCount(totals[status])}</strong>
          </li>
        ))}
      </ul>
      {wait !== undefined && wait > 0 && (
        <p class="ps-quiet">{i18n.t('reading.wait', wait, [fullCount(wait)])}</p>
      )}
    </div>
  );
}
