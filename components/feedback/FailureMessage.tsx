import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { FailureCode } from '@/lib/shared/failure';
import { failureSentence } from '../format/failure-messages';

interface Props {
  code: FailureCode;
  /** What Retry does; without it there is none. */
  onRetry?: (() => void) | undefined;
  onDismiss?: (() => void) | undefined;
  /** A further sentence. */
  children?: ComponentChildren;
}

/** What went wrong, in a sentence, with what can be done about it. Read out at once. */
export function FailureMessage({ code, onRetry, onDismiss, children }: Props) {
  return (
    <div class="ps-failure" role="alert">
      <p>
        {failureSentence(code)} {children}
      </p>
      {code === 'outdated-page' ? (
        <button type="button" class="ps-button" onClick={() => location.reload()}>
          {i18n.t('failures.reload')}
        </button>
      ) : (
        onRetry && (
          <button type="button" class="ps-button" onClick={onRetry}>
            {i18n.t('failures.retry')}
          </button>
        )
      )}
      {onDismiss && (
        <button type="button" class="ps-button" onClick={onDismiss}>
          {i18n.t('failures.dismiss')}
        </button>
      )}
    </div>
  );
}
