import type { FailureCode } from '@/lib/shared/failure';
import { FailureMessage } from './FailureMessage';
import { FocusRestore } from './FocusRestore';
import { NoticeBar } from './NoticeBar';
import { WorkBar, type WorkUnderWay } from './WorkBar';

/** What a page has to say about what was just done. */
export interface PageNotices {
  /** Something can be undone. */
  undo:
    | {
        /** What was done last. */
        of: object;
        message: string;
        stays?: number | undefined;
        onUndo(): void;
        onDone(): void;
      }
    | undefined;
  failure:
    | { code: FailureCode; onRetry?: (() => void) | undefined; onDismiss?(): void }
    | undefined;
  /** Good news in a sentence. */
  news: string | undefined;
  /** Long work under way. */
  work?: WorkUnderWay | undefined;
}

/** Shows what was just done and what went wrong, above everything else, below the eye. */
export function Notices({ undo, failure, news, work }: PageNotices) {
  return (
    <div class="notices">
      {failure && (
        <FocusRestore>
          <FailureMessage {...failure} />
        </FocusRestore>
      )}
      {work && <WorkBar {...work} />}
      {undo && !work && <NoticeBar {...undo} />}
      {/* Always there, so that what comes into it is read out. */}
      <div class={news === undefined ? 'ps-hidden' : 'ps-undo'} role="status">
        {news !== undefined && <span>{news}</span>}
      </div>
    </div>
  );
}
