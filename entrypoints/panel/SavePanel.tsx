import { i18n } from '#i18n';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { EntryEdit } from '@/lib/papers/edit-entry';
import type { Entry } from '@/lib/papers/entry';
import { isComposing } from '@/lib/keyboard/keys-pressed';
import type { PanelField } from '@/lib/keyboard/typed-edits';
import { changeMessage } from '@/components/format/change-messages';
import { FailureMessage } from '@/components/feedback/FailureMessage';
import { NoteField } from '@/components/fields/NoteField';
import { NoticeBar } from '@/components/feedback/NoticeBar';
import { StatusControl } from '@/components/fields/StatusControl';
import { TagInput } from '@/components/fields/TagInput';
import { useFailure } from '@/components/feedback/use-failure';
import { replace, useOptimistic } from '@/components/hooks/use-optimistic';
import { isLeaving, tabStops } from './tab-stops';
import { tagsAndText, typeInto } from '@/lib/keyboard/typed-edits';

export interface SavePanelProps {
  title: string;
  entry: Entry;
  startsAt: PanelField;
  /** The frame has had the focus, which `startsAt` takes. */
  hasFocus: boolean;
  /** Typed before the panel had the focus; Enter is a line break. Taken once. */
  typedAhead: string;
  /** Counts over time. */
  history: ComponentChildren;
  /** Shown for unstored words. */
  unstored: ComponentChildren;
  suggestTags: (text: string, taken: readonly string[]) => Promise<readonly string[]>;
  /** Resolves with the new entry. */
  onEdit: (edit: EntryEdit) => Promise<Entry>;
  /** Edits while the page closes, without waiting. */
  onLeave: (edit: EntryEdit) => void;
  onRemove: () => Promise<void>;
  onRestore: () => Promise<void>;
  onClose: () => void;
}

const FIELDS = {
  status: 'input:checked',
  tags: '[role=combobox]',
  note: 'textarea',
} as const satisfies Record<PanelField, string>;

/** A saved paper's status, tags, note, and Remove with Undo. */
export function SavePanel({
  title,
  entry,
  startsAt,
  hasFocus,
  typedAhead,
  history,
  unstored,
  suggestTags,
  onEdit,
  onLeave,
  onRemove,
  onRestore,
  onClose,
}: SavePanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  const taken = useRef(false);
  const { failure, attempt } = useFailure();
  const [removed, showRemoved] = useOptimistic(entry.removedAt > 0, replace<boolean>);
  const fieldOf = () => panel.current?.querySelector<HTMLElement>(FIELDS[startsAt]);
  // Layout effects: browsers paint nothing in hidden frames.
  useLayoutEffect(() => {
    if (!hasFocus) return;
    const field = removed ? null : fieldOf();
    (field ?? tabStops(panel.current)[0])?.focus();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when the fields appear
  }, [removed, hasFocus]);
  useLayoutEffect(() => {
    const field = removed ? null : fieldOf();
    if (field == null || typedAhead === '' || taken.current) return;
    taken.current = true;
    const { tags, text } = tagsAndText(startsAt, typedAhead);
    for (const tag of tags) void edit({ kind: 'add-tag', tag });
    if (text !== '') typeInto(field, text);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once
  }, [removed, typedAhead]);

  function onKeyDown(event: KeyboardEvent) {
    // Escape only ends the composition.
    if (isComposing(event)) return;
    if (event.key === 'Escape') onClose();
    // The panel is last in the document: tabbing out returns to the card.
    if (event.key === 'Tab' && isLeaving(event, panel.current)) {
      event.preventDefault();
      onClose();
    }
  }

  const edit = (change: EntryEdit) => attempt(() => onEdit(change), change.kind);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a dialog's own keys
    <div
      ref={panel}
      class="ps-panel"
      role="dialog"
      aria-label={i18n.t('panel.name', [title])}
      onKeyDown={onKeyDown}
    >
      {removed ? (
        <NoticeBar
          of={entry}
          message={changeMessage({ kind: 'remove' }, 1)}
          onUndo={() => showRemoved(false, attempt(onRestore, 'remove'))}
          onDone={onClose}
        />
      ) : (
        <>
          <StatusControl
            value={entry.status}
            onChange={(status) => edit({ kind: 'status', status })}
          />
          <TagInput
            tags={entry.tags}
            suggest={suggestTags}
            onAdd={(tag) => edit({ kind: 'add-tag', tag })}
            onRemove={(tag) => edit({ kind: 'remove-tag', tag })}
          />
          <NoteField
            note={entry.note}
            onSave={async (base, text) => (await onEdit({ kind: 'note', base, text })).note}
            onLeave={(base, text) => onLeave({ kind: 'note', base, text })}
            hidesOutdated
          />
          {unstored}
          {history}
          <div class="ps-panel-foot">
            <button
              type="button"
              class="ps-text-button ps-panel-remove"
              onClick={() => showRemoved(true, attempt(onRemove, 'remove'))}
            >
              {i18n.t('detail.remove')}
            </button>
            <button type="button" class="ps-text-button" onClick={onClose}>
              {i18n.t('panel.close')}
            </button>
          </div>
        </>
      )}
      {/* The page reports that it is outdated. */}
      {failure && failure.code !== 'outdated-page' && (
        <FailureMessage code={failure.code} onRetry={failure.onRetry} />
      )}
    </div>
  );
}
