import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { FailureCode } from '@/lib/shared/failure';
import { FailureMessage } from '../feedback/FailureMessage';
import { NoteSaver } from './note-saver';
import { replaceText } from './replace-text';

interface Props {
  /** The note as it is stored. Must follow what `onSave` stores, and what other tabs do. */
  note: string;
  /** Stores `text`, which grew from `base`; gives the text then stored, other tabs' words in it. */
  onSave(base: string, text: string): Promise<string>;
  /** Stores it by way of somebody who outlives this page, which may be closing. Not waited for. */
  onLeave(base: string, text: string): void;
  /** Shows the note as it reads; without it there is no preview. */
  renderPreview?: ((note: string) => ComponentChildren) | undefined;
}

/**
 * The reader's note, saved while it is typed (see `NoteSaver`). The field belongs to one paper:
 * give it a `key`.
 */
export function NoteField({ note, onSave, onLeave, renderPreview }: Props) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [failure, setFailure] = useState<FailureCode>();
  const [preview, setPreview] = useState<string>();

  const callbacks = useRef({ onSave, onLeave });
  callbacks.current = { onSave, onLeave };
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

  // The element holds the text, not the state: nothing may set it back while somebody types.
  useLayoutEffect(() => {
    if (field.current === null) return;
    field.current.value = note;
    fitHeight(field.current);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- later texts come through the saver
  }, []);
  useEffect(() => saver.storedElsewhere(note), [saver, note]);
  // A layout effect, since only those are cleaned up before the component is gone.
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
      {failure !== undefined && (
        <FailureMessage code={failure} onRetry={() => saver.flush()}>
          {i18n.t('failures.noteKept')}
        </FailureMessage>
      )}
    </div>
  );
}

/** Grows the field with its text where CSS (`field-sizing`) does not; its limit is in the style. */
function fitHeight(field: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight + 2}px`;
}
