import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import type { SavedAndRead } from '@/lib/library/reading/reading-over-time';
import type { CalendarUnit } from '@/lib/shared/calendar';
import { sum } from '@/lib/shared/sum';
import { fullCount } from '@/components/format/format-count';
import type { Bars, DrawBars } from './bar-plot';
import { BarPlot } from './BarPlot';
import { CountsTable } from './CountsTable';
import { PlotOrTable } from './PlotOrTable';
import { spanInColumn, spanName } from './span-labels';

/** px */
const HEIGHT = 220;

interface Props {
  reading: SavedAndRead;
  draw: DrawBars | undefined;
}

export function SavedAndReadPart({ reading, draw }: Props) {
  const { unit, starts, saved, read } = reading;
  const bars = useMemo(() => barsOf(reading), [reading]);
  const isEmpty = sum(saved) + sum(read) === 0;
  return (
    <PlotOrTable
      title={title(unit)}
      plot={
        isEmpty ? (
          <p class="ps-quiet">{i18n.t('reading.nothing')}</p>
        ) : (
          <>
            <ul class="plot-key">
              <li>{i18n.t('reading.saved')}</li>
              <li class="plot-key-read">{i18n.t('reading.read')}</li>
            </ul>
            <BarPlot bars={bars} draw={draw} />
          </>
        )
      }
      table={
        <CountsTable
          title={title(unit)}
          note={i18n.t('reading.savedAndReadNote')}
          unit={unit}
          starts={starts}
          columns={[
            { name: i18n.t('reading.saved'), counts: saved },
            { name: i18n.t('reading.read'), counts: read },
          ]}
        />
      }
    />
  );
}

/** Narrow read bars before wide saved bars. */
function barsOf({ unit, starts, saved, read }: SavedAndRead): Bars {
  const [first = '', ...further] = starts.map((start) => spanInColumn(start, unit));
  return {
    unit,
    starts,
    series: [
      { counts: saved, colour: 'var(--plot-saved)', breadth: 0.8 },
      { counts: read, colour: 'var(--plot-read)', breadth: 0.38 },
    ],
    most: Math.max(...saved, ...read),
    tips: starts.map((start, index) =>
      [
        spanName(start, unit),
        i18n.t('reading.spanSaved', [fullCount(saved[index] ?? 0)]),
        i18n.t('reading.spanRead', [fullCount(read[index] ?? 0)]),
      ].join('\n'),
    ),
    label: i18n.t('reading.savedAndReadPlot', [
      title(unit),
      first,
      further.at(-1) ?? first,
      fullCount(sum(saved)),
      fullCount(sum(read)),
    ]),
    height: HEIGHT,
  };
}

function title(unit: CalendarUnit): string {
  switch (unit) {
    case 'week':
      return i18n.t('reading.savedAndReadPerWeek');
    case 'month':
      return i18n.t('reading.savedAndReadPerMonth');
    case 'quarter':
      return i18n.t('reading.savedAndReadPerQuarter');
    case 'year':
      return i18n.t('reading.savedAndReadPerYear');
  }
}
