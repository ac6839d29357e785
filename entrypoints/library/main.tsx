import '@/components/styles/tokens.css';
import '@/components/styles/base.css';
import '@/components/styles/controls.css';
import '@/components/styles/fields.css';
import '@/components/styles/pages.css';
import '@/components/paper-history.css';
import '@/components/styles/query.css';
import '@/components/styles/sheet.css';
import '@/components/library/view.css';
import './library.css';
import { render } from 'preact';
import { FailureBoundary } from '@/components/FailureBoundary';
import { handOverUnfinished } from '@/lib/extension-pages/handed-over';
import { keepBadge } from '@/lib/extension-pages/keep-badge';
import { openPageLibrary } from '@/lib/extension-pages/page-library';
import { watchForDueCopy } from '@/lib/extension-pages/watch-for-due-copy';
import { LibraryPage } from './LibraryPage';

const library = openPageLibrary();
handOverUnfinished();
watchForDueCopy();
keepBadge();
const root = document.getElementById('root');
if (root !== null) {
  render(
    <FailureBoundary>
      <LibraryPage library={library} />
    </FailureBoundary>,
    root,
  );
}
// Asks the browser never to clear the library by itself; only a page can ask. It may say no: the
// `unlimitedStorage` permission keeps it all the same.
void navigator.storage.persist().catch(() => false);
