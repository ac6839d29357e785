import './counts-table.css';
import type { CalendarUnit } from '@/lib/shared/calendar';
import type { Day } from '@/lib/shared/day';
import { sum } from '@/lib/shared/sum';
import { i18n } from '#i18n';
import { fullCount } from '@/components/format/format-count';
import { spanInColumn, unitLabel } from './span-labels';

export interface CountsColumn {
  name: string;
  /** One per span. */
  counts: readonly number[];
}

interface Props {
  title: string;
  /** Explains the numbers. */
  note: string;
  unit: CalendarUnit;
  /** First day of each span, ascending. */
  starts: readonly Day[];
  columns: readonly CountsColumn[];
}

/** Counts over time, newest first. */
export function CountsTable({ title, note, unit, starts, columns }: Props) {
  const rows = starts.map((start, index) => ({ start, index })).reverse();
  return (
    <table>
      <caption>
        <span class="ps-hidden">{`${title}. `}</span>
        <span class="reading-table-note">{note}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{unitLabel(unit)}</th>
          {columns.map(({ name }) => (
            <th key={name} scope="col">
              <bdi>{name}</bdi>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ start, index }) => (
          <tr key={start}>
            <th scope="row">{spanInColumn(start, unit)}</th>
            {columns.map(({ name, counts }) => (
              <td key={name}>{fullCount(counts[index] ?? 0)}</td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{i18n.t('reading.total')}</th>
          {columns.map(({ name, counts }) => (
            <td key={name}>{fullCount(sum(counts))}</td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}
