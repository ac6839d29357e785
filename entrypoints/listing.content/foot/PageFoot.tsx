import type { Notice } from '@/lib/content-script/listing/listing-state';
import { PageNotice } from './PageNotice';
import { SelectionBar, type SelectionBarProps } from './SelectionBar';

export interface PageFootProps extends Omit<SelectionBarProps, 'selected'> {
  notice: Notice | undefined;
  /** Undefined unless selecting. */
  selected: number | undefined;
  onNoticeDone: () => void;
}

/** The window's foot: last result and bulk actions. */
export function PageFoot({ notice, selected, onNoticeDone, ...commands }: PageFootProps) {
  return (
    <div class="ps-foot">
      {notice !== undefined && <PageNotice notice={notice} onDone={onNoticeDone} />}
      {selected !== undefined && <SelectionBar selected={selected} {...commands} />}
    </div>
  );
}
