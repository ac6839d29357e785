import './digest-controls.css';
import { i18n } from '#i18n';
import type { Entry, Status } from '@/lib/papers/entry';
import { titleOf, type Paper } from '@/lib/papers/paper';
import { StatusControl } from '@/components/fields/StatusControl';
import { TagInput } from '@/components/fields/TagInput';

/** Actions on a digest paper. */
export interface DigestActions {
  save(paper: Paper): void;
  remove(paper: Paper): void;
  setStatus(paper: Paper, status: Status): void;
  addTag(paper: Paper, tag: string): void;
  removeTag(paper: Paper, tag: string): void;
  dismiss(paper: Paper): void;
  /** Undoes a dismissal. */
  revertDismissal(paper: Paper): void;
  suggestTags(typed: string, taken: readonly string[]): Promise<readonly string[]>;
}

/** Fields shown while the paper is being saved. */
const BEING_SAVED: Pick<Entry, 'status' | 'tags'> = { status: 'to-read', tags: [] };

interface Props {
  paper: Paper;
  /** Undefined unless the paper is saved. */
  entry: Entry | undefined;
  dismissed: boolean;
  /** Whether to show the fields before the save has finished. */
  tagging: boolean;
  actions: DigestActions;
  onTag(): void;
}

/** Status and tags of a saved digest paper, else buttons. */
export function DigestControls({ paper, entry, dismissed, tagging, actions, onTag }: Props) {
  const title = titleOf(paper);
  const fields = entry ?? (tagging ? BEING_SAVED : undefined);
  if (fields !== undefined) {
    return (
      <div class="digest-controls">
        <StatusControl
          value={fields.status}
          onChange={(status) => actions.setStatus(paper, status)}
        />
        <TagInput
          tags={fields.tags}
          suggest={actions.suggestTags}
          onAdd={(tag) => actions.addTag(paper, tag)}
          onRemove={(tag) => actions.removeTag(paper, tag)}
        />
      </div>
    );
  }
  if (dismissed) {
    return (
      <div class="digest-controls">
        <span>{i18n.t('digest.dismissed')}</span>
        <button
          type="button"
          class="ps-text-button digest-take-back"
          aria-label={i18n.t('digest.undoDismissLong', [title])}
          onClick={() => actions.revertDismissal(paper)}
        >
          {i18n.t('undo.undo')}
        </button>
      </div>
    );
  }
  return (
    <div class="digest-controls">
      <button
        type="button"
        class="ps-text-button digest-tag"
        aria-label={i18n.t('digest.tagLong', [title])}
        onClick={onTag}
      >
        {i18n.t('selection.tag')}
      </button>
      <button
        type="button"
        class="ps-text-button"
        aria-label={i18n.t('card.dismiss', [title])}
        onClick={() => actions.dismiss(paper)}
      >
        {i18n.t('selection.dismiss')}
      </button>
    </div>
  );
}
