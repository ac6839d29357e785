import './digest-controls.css';
import { i18n } from '#i18n';
import type { Entry, Status } from '@/lib/papers/entry';
import { titleOf, type Paper } from '@/lib/papers/paper';
import { StatusControl } from '@/components/fields/StatusControl';
import { TagInput } from '@/components/fields/TagInput';

/** Each resolves to whether it was stored, and reports failures. */
export interface DigestActions {
  save(paper: Paper): Promise<boolean>;
  remove(paper: Paper): Promise<boolean>;
  setStatus(paper: Paper, status: Status): Promise<boolean>;
  addTag(paper: Paper, tag: string): Promise<boolean>;
  removeTag(paper: Paper, tag: string): Promise<boolean>;
  dismiss(paper: Paper): Promise<boolean>;
  /** Undoes a dismissal. */
  revertDismissal(paper: Paper): Promise<boolean>;
  suggestTags(typed: string, taken: readonly string[]): Promise<readonly string[]>;
}

interface Props {
  paper: Paper;
  /** Undefined unless the paper is saved, or while saving. */
  fields: Pick<Entry, 'status' | 'tags'> | undefined;
  dismissed: boolean;
  actions: DigestActions;
  onTag(): void;
}

/** A saved digest paper's status and tags, else buttons. */
export function DigestControls({ paper, fields, dismissed, actions, onTag }: Props) {
  const title = titleOf(paper);
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
          class="ps-text-button digest-restore"
          aria-label={i18n.t('digest.undoDismissLong', [title])}
          onClick={() => void actions.revertDismissal(paper)}
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
        onClick={() => void actions.dismiss(paper)}
      >
        {i18n.t('selection.dismiss')}
      </button>
    </div>
  );
}
