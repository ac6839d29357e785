import type { Notice } from '@/lib/content-script/listing/listing-changes';
import { PageNotice } from './PageNotice';
import { SelectionBar, type SelectionBarProps } from './SelectionBar';

export interface PageFootProps extends Omit<SelectionBarProps, 'selected'> {
  notice: Notice | undefined;
  /** How many papers are selected; undefined while nothing is being selected. */
  selected: number | undefined;
  onNoticeDone: () => void;
}

/** At the foot of the window: what was just done, and what can be done with the cards selected. */
export function PageFoot({ notice, selected, onNoticeDone, ...commands }: PageFootProps) {
  return (
    <div class="ps-foot">
      {notice !== undefined && <PageNotice notice={notice} onDone={onNoticeDone} />}
      {selected !== undefined && <SelectionBar selected={selected} {...commands} />}
    </div>
  );
}
