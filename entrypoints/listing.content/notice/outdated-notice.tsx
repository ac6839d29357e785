import { i18n } from '#i18n';
import { render } from 'preact';
import { failureSentence } from '@/components/format/failure-messages';
import noticeCss from './outdated-notice.css?inline';
import type { MakeHost } from '../hosts/shadow-hosts';

/**
 * Prepares the notice that the extension was updated. Reads the text now: i18n stops working then.
 * @returns shows it
 */
export function outdatedNotice(document: Document, makeHost: MakeHost): () => void {
  const sentence = failureSentence('outdated-page');
  const reload = i18n.t('failures.reload');
  return () => {
    const { element, root } = makeHost(noticeCss, {
      position: 'fixed',
      right: '16px',
      bottom: '16px',
      zIndex: '2147483647',
    });
    document.documentElement.append(element);
    render(
      <div class="ps-failure ps-outdated" role="alert">
        <p>{sentence}</p>
        <button type="button" class="ps-button" onClick={() => location.reload()}>
          {reload}
        </button>
      </div>,
      root,
    );
  };
}
