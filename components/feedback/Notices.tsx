import './notices.css';
import type { FailureCode } from '@/lib/shared/failure';
import { FailureMessage } from './FailureMessage';
import { FocusRestore } from './FocusRestore';
import { NoticeBar } from './NoticeBar';
import { WorkBar, type WorkUnderWay } from './WorkBar';

export interface PageNotices {
  undo:
    | {
        of: object;
        message: string;
        duration?: number | undefined;
        onUndo(): void;
        onDone(): void;
      }
    | undefined;
  failure:
    | { code: FailureCode; onRetry?: (() => void) | undefined; onDismiss?(): void }
    | undefined;
  /** A result message. */
  toast: string | undefined;
  work?: WorkUnderWay | undefined;
}

/** A page's messages, above its content. */
export function Notices({ undo, failure, toast, work }: PageNotices) {
  return (
    <div class="notices">
      {failure && (
        <FocusRestore>
          <FailureMessage {...failure} />
        </FocusRestore>
      )}
      {work && <WorkBar {...work} />}
      {undo && !work && <NoticeBar {...undo} />}
      {/* Always mounted: screen readers announce changes. */}
      <div class={toast === undefined ? 'ps-hidden' : 'ps-undo'} role="status">
        {toast !== undefined && <span>{toast}</span>}
      </div>
    </div>
  );
}
