import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { FailureCode } from '@/lib/shared/failure';
import { isComposing } from '@/lib/keyboard/keys-pressed';
import { FailureMessage } from '../feedback/FailureMessage';
import { NoteSaver } from './note-saver';
import { replaceText } from './replace-text';
import { useLatest } from '../hooks/use-latest';

interface Props {
  /** The stored note; must follow `onSave` and other tabs' edits. */
  note: string;
  /** Resolves to the stored text, merged with other tabs' edits. */
  onSave(base: string, text: string): Promise<string>;
  /** Saves through the background, which survives this page. Fire and forget. */
  onLeave(base: string, text: string): void;
  renderPreview?: ((note: string) => ComponentChildren) | undefined;
  /** Whether the parent shows that the page is outdated. */
  hidesOutdated?: boolean;
}

/** Saves a note while typed (see `NoteSaver`). Needs a `key` per paper. */
export function NoteField({ note, onSave, onLeave, renderPreview, hidesOutdated }: Props) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [failure, setFailure] = useState<FailureCode>();
  const [preview, setPreview] = useState<string>();

  const callbacks = useLatest({ onSave, onLeave });
  const [saver] = useState(
    () =>
      new NoteSaver(note, {
        save: (base, text) => callbacks.current.onSave(base, text),
        leave: (base, text) => callbacks.current.onLeave(base, text),
        show: (text) => {
          if (field.current === null) return;
          replaceText(field.current, text);
          fitHeight(field.current);
          setPreview((shown) => (shown === undefined ? undefined : text));
        },
        report: setFailure,
      }),
  );

  // Uncontrolled: renders must not reset typed text.
  useLayoutEffect(() => {
    if (field.current === null) return;
    field.current.value = note;
    fitHeight(field.current);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- later texts come through the saver
  }, []);
  useEffect(() => saver.storedElsewhere(note), [saver, note]);
  // Layout effect: cleans up before removal.
  useLayoutEffect(() => {
    const leave = (): void => saver.leave();
    const leaveIfHidden = (): void => {
      if (document.visibilityState === 'hidden') saver.leave();
    };
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', leaveIfHidden);
    return () => {
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', leaveIfHidden);
      saver.close();
    };
  }, [saver]);

  const togglePreview = (): void =>
    setPreview(preview === undefined ? (field.current?.value ?? '') : undefined);

  return (
    <div class="ps-note">
      <div class="ps-label-row">
        <label for={id}>{i18n.t('note.label')}</label>
        {renderPreview && (
          <button
            type="button"
            class="ps-text-button"
            aria-pressed={preview !== undefined}
            onClick={togglePreview}
          >
            {i18n.t('note.preview')}
          </button>
        )}
      </div>
      <textarea
        ref={field}
        id={id}
        class="ps-field ps-note-text"
        dir="auto"
        rows={3}
        hidden={preview !== undefined}
        placeholder={i18n.t('note.placeholder')}
        onInput={(event) => {
          saver.type(event.currentTarget.value);
          fitHeight(event.currentTarget);
        }}
        // While composing, the input method handles keys: a surrounding box must not close.
        onKeyDown={(event) => isComposing(event) && event.stopPropagation()}
        onBlur={() => saver.flush()}
      />
      {preview !== undefined && (
        <div class="ps-field ps-note-preview" dir="auto">
          {preview.trim() === '' ? (
            <p class="ps-quiet">{i18n.t('note.nothingToPreview')}</p>
          ) : (
            renderPreview?.(preview)
          )}
        </div>
      )}
      {failure !== undefined && !(hidesOutdated && failure === 'outdated-page') && (
        <FailureMessage code={failure} onRetry={() => saver.flush()}>
          {i18n.t('failures.noteKept')}
        </FailureMessage>
      )}
    </div>
  );
}

/** Fallback for CSS `field-sizing`; CSS limits the height. */
function fitHeight(field: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight + 2}px`;
}
