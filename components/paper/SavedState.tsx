import { i18n } from '#i18n';
import type { Entry } from '@/lib/papers/entry';
import { timeAgo } from '../format/format-time';
import { useNow } from '../hooks/use-now';

/** Edits this soon after saving belong to it, ms. */
const SAME_ACT = 2000;

/** When it was saved or edited: confirms that edits are stored. */
export function SavedState({ entry }: { entry: Entry | undefined }) {
  const now = useNow(30_000, entry?.updatedAt);
  if (entry === undefined) return <span class="saved-state">{i18n.t('detail.notSaved')}</span>;
  const { savedAt, updatedAt } = entry;
  const text =
    updatedAt > savedAt + SAME_ACT
      ? i18n.t('detail.editedAgo', [timeAgo(updatedAt, now)])
      : i18n.t('detail.savedAgo', [timeAgo(savedAt, now)]);
  return <span class="saved-state">{text}</span>;
}
