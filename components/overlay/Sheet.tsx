import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { CloseIcon } from '../icons';

interface Props {
  title: string;
  onClose(): void;
  children: ComponentChildren;
}

/**
 * A dialog over the page, there as long as it is drawn: Escape, its button and a press beside it
 * ask to close it, and the focus goes back to where it was.
 */
export function Sheet({ title, onClose, children }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // A layout effect, since only those are cleaned up while the dialog can still give back the focus.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- a dialog's own keys, and its shade
    <dialog
      ref={dialog}
      class="sheet"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        // For the sheet alone, and not for the popup around it.
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div class="sheet-page">
        <header class="sheet-head">
          <h2 id={id}>{title}</h2>
          <button
            type="button"
            class="ps-icon-button ps-icon-button-quiet"
            aria-label={i18n.t('sheet.close')}
            onClick={onClose}
          >
            <CloseIcon />
          </button>
        </header>
        <div class="sheet-body">{children}</div>
      </div>
    </dialog>
  );
}
