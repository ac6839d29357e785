import { i18n } from '#i18n';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  words: string;
  /** The reader is closing the panel. */
  isAsked: boolean;
  onClose: () => void;
}

/** Says that words are not stored; the reader can copy them or close the panel without them. */
export function Unstored({ words, isAsked, onClose }: Props) {
  const copy = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isAsked) copy.current?.focus();
  }, [isAsked]);
  return (
    <div class="ps-failure" role="alert">
      <p>{i18n.t(isAsked ? 'panel.closeUnstored' : 'panel.unstored')}</p>
      <button ref={copy} type="button" class="ps-button" onClick={() => copyText(words)}>
        {i18n.t('panel.copy')}
      </button>
      {isAsked && (
        <button type="button" class="ps-button" onClick={onClose}>
          {i18n.t('panel.closeAnyway')}
        </button>
      )}
    </div>
  );
}

/** Frames need permission for the clipboard API, but not for this command. */
function copyText(text: string): void {
  const put = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', put, { once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', put);
}
