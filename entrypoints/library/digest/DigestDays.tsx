import { paperHash } from '@/components/format/paper-address';
import { RowBoundary } from '@/components/list/RowBoundary';
import type { DigestDay } from '@/lib/papers/digest';
import type { PaperId } from '@/lib/papers/paper-id';
import type { DigestActions } from './DigestControls';
import { DigestDaySection } from './DigestDaySection';
import { DigestRow, type RowStatus } from './DigestRow';

interface Props {
  days: readonly DigestDay[];
  statusOf(id: PaperId): RowStatus;
  open: PaperId | undefined;
  actions: DigestActions;
  /** Maybe before it is saved. */
  tagging: PaperId | undefined;
  onTagging(id: PaperId | undefined): void;
}

/** Papers grouped by day. */
export function DigestDays({ days, statusOf, open, actions, tagging, onTagging }: Props) {
  return (
    <>
      {days.map(({ day, papers }) => (
        <DigestDaySection key={day} day={day} count={papers.length}>
          {papers.map((item) => {
            const { id } = item.paper;
            return (
              <RowBoundary key={id} name={id} href={paperHash(id, 'digest')}>
                <DigestRow
                  {...statusOf(id)}
                  item={item}
                  open={id === open}
                  actions={actions}
                  tagging={id === tagging}
                  onTagging={(on) => onTagging(on ? id : undefined)}
                />
              </RowBoundary>
            );
          })}
        </DigestDaySection>
      ))}
    </>
  );
}
