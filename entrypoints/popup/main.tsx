import '@/components/styles/tokens.css';
import '@/components/styles/base.css';
import '@/components/styles/controls.css';
import '@/components/styles/page-controls.css';
import '@/components/fields/fields.css';
import '@/components/overlay/menu.css';
import '@/components/paper/paper-history.css';
import './popup.css';
import { render } from 'preact';
import { FailureBoundary } from '@/components/feedback/FailureBoundary';
import { flushOnPageHide } from '@/lib/pages/actions/background-fallback';
import { keepBadge } from '@/lib/pages/keep-badge';
import { openPageLibrary } from '@/lib/pages/library/page-library';
import { PageProvider } from '@/lib/pages/page-context';
import { watchForDueBackup } from '@/lib/pages/backups/watch-for-due-backup';
import { Popup } from './Popup';
import { shownInTab } from './shown-in-tab';
import { markShownAsSeen } from './mark-shown-as-seen';

// Before rendering: decides what is shown first.
const library = openPageLibrary();
const shown = shownInTab(library);
flushOnPageHide();
watchForDueBackup();
keepBadge();
void markShownAsSeen(shown);
const root = document.getElementById('root');
if (root !== null) {
  render(
    <FailureBoundary>
      <PageProvider library={library}>
        <Popup shown={shown} />
      </PageProvider>
    </FailureBoundary>,
    root,
  );
}
