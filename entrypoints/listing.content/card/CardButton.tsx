import type { FailureCode } from '@/lib/shared/failure';
import { FailureMessage } from '@/components/feedback/FailureMessage';
import { BookmarkIcon } from '@/components/icons';
import { cardMessage } from './card-messages';

export interface CardButtonProps {
  title: string;
  saved: boolean;
  failure: FailureCode | undefined;
  open: boolean;
  onClick: () => void;
  onRetry: () => void;
}

/** Saves, then opens the panel. Failures are shown beside it. */
export function CardButton({ title, saved, failure, open, onClick, onRetry }: CardButtonProps) {
  return (
    <>
      <button
        type="button"
        class="ps-icon-button ps-card-button"
        aria-pressed={saved}
        aria-haspopup={saved ? 'dialog' : undefined}
        aria-expanded={saved ? open : undefined}
        aria-label={cardMessage(saved ? 'saved' : 'save', title)}
        title={cardMessage(saved ? 'openHint' : 'saveHint')}
        onClick={onClick}
      >
        <BookmarkIcon filled={saved} />
      </button>
      {failure !== undefined && (
        <div class="ps-card-failure">
          <FailureMessage code={failure} onRetry={onRetry} />
        </div>
      )}
    </>
  );
}
