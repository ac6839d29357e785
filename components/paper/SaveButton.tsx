import { i18n } from '#i18n';
import { replace, useOptimistic } from '../hooks/use-optimistic';
import { BookmarkIcon } from '../icons';

interface Props {
  title: string;
  /** As stored. */
  saved: boolean;
  /** Resolves to whether it was stored; reports failures. */
  onToggle(saved: boolean): Promise<boolean>;
}

/** Adds or removes a paper; shows this while storing it. */
export function SaveButton({ title, saved, onToggle }: Props) {
  const [shown, show] = useOptimistic(saved, replace<boolean>);
  return (
    <button
      type="button"
      class="ps-icon-button"
      aria-pressed={shown}
      aria-label={i18n.t(shown ? 'saveButton.saved' : 'saveButton.save', [title])}
      onClick={() => show(!shown, onToggle(!shown))}
    >
      <BookmarkIcon filled={shown} />
    </button>
  );
}
