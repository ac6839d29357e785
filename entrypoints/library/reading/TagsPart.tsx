import './tags-part.css';
import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import type { TagOverTime, TagsOverTime } from '@/lib/library/reading/reading-over-time';
import type { CalendarUnit } from '@/lib/shared/calendar';
import { fullCount } from '@/components/format/format-count';
import type { Bars, DrawBars } from './bar-plot';
import { BarPlot } from './BarPlot';
import { CountsTable } from './CountsTable';
import { PlotOrTable } from './PlotOrTable';
import { spanName } from './span-labels';

/** px */
const HEIGHT = 110;

interface Props {
  reading: TagsOverTime;
  draw: DrawBars | undefined;
}

/** The most used tags, as small plots on one scale: nine colours would be indistinguishable. */
export function TagsPart({ reading, draw }: Props) {
  const { unit, starts, tags, others } = reading;
  const plots = useMemo(() => barsOf(reading), [reading]);
  const otherTags = i18n.t('reading.otherTags', others.tags, [fullCount(others.tags)]);
  if (tags.length === 0) {
    return (
      <section class="reading-part">
        <h3>{title(unit)}</h3>
        <p class="ps-quiet">{i18n.t('reading.noTags')}</p>
      </section>
    );
  }
  return (
    <PlotOrTable
      title={title(unit)}
      plot={
        <>
          <ul class="tag-plots">
            {plots.map(({ tag, bars }) => (
              <li key={tag.name}>
                <p class="tag-plot-head">
                  <bdi class="tag-plot-name" title={tag.name}>
                    {tag.name}
                  </bdi>
                  <span>{fullCount(tag.total)}</span>
                </p>
                <BarPlot bars={bars} draw={draw} />
              </li>
            ))}
          </ul>
          {others.tags > 0 && (
            <p class="ps-quiet">
              {i18n.t('reading.andOtherTags', others.tags, [fullCount(others.tags)])}
            </p>
          )}
        </>
      }
      table={
        <CountsTable
          title={title(unit)}
          note={i18n.t('reading.tagsNote')}
          unit={unit}
          starts={starts}
          columns={[
            ...tags,
            ...(others.tags > 0 ? [{ name: otherTags, counts: others.counts }] : []),
          ]}
        />
      }
    />
  );
}

function barsOf({ unit, starts, tags }: TagsOverTime): { tag: TagOverTime; bars: Bars }[] {
  const most = Math.max(...tags.flatMap(({ counts }) => counts));
  const names = starts.map((start) => spanName(start, unit));
  return tags.map((tag) => {
    const busiest = tag.counts.indexOf(Math.max(...tag.counts));
    return {
      tag,
      bars: {
        unit,
        starts,
        series: [{ counts: tag.counts, colour: 'var(--plot-saved)', breadth: 0.8 }],
        most,
        tips: names.map(
          (name, index) =>
            `${name}\n${i18n.t('reading.spanSaved', [fullCount(tag.counts[index] ?? 0)])}`,
        ),
        label: i18n.t('reading.tagPlot', [tag.name, fullCount(tag.total), names[busiest] ?? '']),
        height: HEIGHT,
      },
    };
  });
}

function title(unit: CalendarUnit): string {
  switch (unit) {
    case 'week':
      return i18n.t('reading.tagsPerWeek');
    case 'month':
      return i18n.t('reading.tagsPerMonth');
    case 'quarter':
      return i18n.t('reading.tagsPerQuarter');
    case 'year':
      return i18n.t('reading.tagsPerYear');
  }
}
