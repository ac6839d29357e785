import { i18n } from '#i18n';
import { BookmarkIcon } from '../icons';

interface Props {
  title: string;
  saved: boolean;
  onToggle(): void;
}

/** Adds or removes a paper. */
export function SaveButton({ title, saved, onToggle }: Props) {
  return (
    <button
      type="button"
      class="ps-icon-button"
      aria-pressed={saved}
      aria-label={i18n.t(saved ? 'saveButton.saved' : 'saveButton.save', [title])}
      onClick={onToggle}
    >
      <BookmarkIcon filled={saved} />
    </button>
  );
}
