import './sheet.css';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { isComposing } from '@/lib/keyboard/keys-pressed';
import { CloseIcon } from '../icons';
import { keepOpen } from './keep-open';

interface Props {
  title: string;
  onClose(): void;
  children: ComponentChildren;
}

/**
 * A modal dialog, open while mounted. Escape, button and backdrop press call `onClose`; closing
 * returns the focus.
 */
export function Sheet({ title, onClose, children }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // Layout effect: its cleanup can return the focus.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- Escape and the backdrop
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
        if (isComposing(event)) return keepOpen(event);
        // Escape would also close the popup.
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
