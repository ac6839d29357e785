import '@/components/styles/tokens.css';
import '@/components/styles/base.css';
import '@/components/styles/controls.css';
import '@/components/styles/page-controls.css';
import '@/components/fields/fields.css';
import '@/components/overlay/menu.css';
import '@/components/paper/paper-history.css';
import { render } from 'preact';
import { FailureBoundary } from '@/components/feedback/FailureBoundary';
import { flushOnPageHide } from '@/lib/pages/actions/background-fallback';
import { keepBadge } from '@/lib/pages/keep-badge';
import { openPageLibrary } from '@/lib/pages/library/page-library';
import { PageProvider } from '@/lib/pages/page-context';
import { watchForDueBackup } from '@/lib/pages/backups/watch-for-due-backup';
import { LibraryPage } from './LibraryPage';

const library = openPageLibrary();
flushOnPageHide();
watchForDueBackup();
keepBadge();
const root = document.getElementById('root');
if (root !== null) {
  render(
    <FailureBoundary>
      <PageProvider library={library}>
        <LibraryPage />
      </PageProvider>
    </FailureBoundary>,
    root,
  );
}
// Asks the browser not to evict the library; only pages can. If refused, `unlimitedStorage` still
// protects it.
void navigator.storage.persist().catch(() => false);
