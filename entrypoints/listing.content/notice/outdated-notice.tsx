import { i18n } from '#i18n';
import { render } from 'preact';
import { failureSentence } from '@/components/format/failure-messages';
import noticeCss from './outdated-notice.css?inline';
import type { MakeHost } from '../hosts/shadow-hosts';

/**
 * Says that the extension was updated under the page. Its words are fetched now: by then, the
 * browser gives this script none.
 * @returns what puts the notice on the page
 */
export function outdatedNotice(document: Document, makeHost: MakeHost): () => void {
  const sentence = failureSentence('outdated-page');
  const reload = i18n.t('failures.reload');
  return () => {
    const { element, root } = makeHost('notice', noticeCss, {
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
