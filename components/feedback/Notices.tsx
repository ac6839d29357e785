import type { FailureCode } from '@/lib/shared/failure';
import { FailureMessage } from './FailureMessage';
import { FocusRestore } from './FocusRestore';
import { NoticeBar } from './NoticeBar';
import { WorkBar, type WorkUnderWay } from './WorkBar';

/** The messages a page can show. */
export interface PageNotices {
  undo:
    | {
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
  /** A result message. */
  news: string | undefined;
  work?: WorkUnderWay | undefined;
}

/** A page's messages, on top of its content. */
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
      {/* Always mounted, so that screen readers announce changes. */}
      <div class={news === undefined ? 'ps-hidden' : 'ps-undo'} role="status">
        {news !== undefined && <span>{news}</span>}
      </div>
    </div>
  );
}
