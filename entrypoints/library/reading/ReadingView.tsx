import './reading-view.css';
import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { EmptyState } from '@/components/feedback/EmptyState';
import { View } from '../View';
import { ListingLinks } from '@/lib/pages/ListingLinks';
import type { DrawBars } from './bar-plot';
import { PeriodControl } from './PeriodControl';
import { ReadingTotals } from './ReadingTotals';
import { SavedAndReadPart } from './SavedAndReadPart';
import { TagsPart } from './TagsPart';
import { medianWait, type ReadingStats } from '@/lib/library/reading/reading-counts';
import {
  savedAndRead,
  tagsOverTime,
  type ReadingPeriod,
} from '@/lib/library/reading/reading-over-time';
import { useDrawBars } from './use-draw-bars';
import { useReadingStats } from './use-reading-stats';

/** Statistics of saved and read papers. */
export function ReadingView() {
  const { stats, share } = useReadingStats();
  const draw = useDrawBars();
  const [period, setPeriod] = useState<ReadingPeriod>('year');
  return (
    <View
      title={i18n.t('reading.title')}
      actions={<PeriodControl value={period} onChange={setPeriod} />}
    >
      {stats === undefined ? (
        <label class="reading-counting">
          {i18n.t('reading.counting')}
          <progress value={share} />
        </label>
      ) : (
        <Counted stats={stats} period={period} draw={draw} />
      )}
    </View>
  );
}

interface CountedProps {
  stats: ReadingStats;
  period: ReadingPeriod;
  draw: DrawBars | undefined;
}

function Counted({ stats, period, draw }: CountedProps) {
  const reading = useMemo(() => savedAndRead(stats, period), [stats, period]);
  const tags = useMemo(() => tagsOverTime(stats, period), [stats, period]);
  if (stats.saved.size === 0) {
    return (
      <EmptyState title={i18n.t('reading.empty')}>
        {i18n.t('reading.emptyHint')} <ListingLinks />
      </EmptyState>
    );
  }
  return (
    <div class="reading-body">
      <ReadingTotals totals={stats.totals} wait={medianWait(stats)} />
      <SavedAndReadPart reading={reading} draw={draw} />
      <TagsPart reading={tags} draw={draw} />
    </div>
  );
}
