import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { FailureCode } from '@/lib/shared/failure';
import { failureSentence } from '../format/failure-messages';

interface Props {
  code: FailureCode;
  onRetry?: (() => void) | undefined;
  onDismiss?: (() => void) | undefined;
  children?: ComponentChildren;
}

/** A failure with its actions, announced immediately. */
export function FailureMessage({ code, onRetry, onDismiss, children }: Props) {
  return (
    <div class="ps-failure" role="alert">
      <p>
        {failureSentence(code)} {children}
      </p>
      {code === 'outdated-page' || code === 'database-deleted' ? (
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
