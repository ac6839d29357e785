import '@/components/styles/tokens.css';
import '@/components/styles/base.css';
import '@/components/styles/controls.css';
import '@/components/styles/fields.css';
import '@/components/styles/pages.css';
import '@/components/paper-history.css';
import '@/components/styles/query.css';
import '@/components/styles/sheet.css';
import '@/components/styles/tabs.css';
import './popup.css';
import { render } from 'preact';
import { FailureBoundary } from '@/components/FailureBoundary';
import { handOverUnfinished } from '@/lib/extension-pages/handed-over';
import { keepBadge } from '@/lib/extension-pages/keep-badge';
import { openPageLibrary } from '@/lib/extension-pages/page-library';
import { watchForDueCopy } from '@/lib/extension-pages/watch-for-due-copy';
import { Popup } from './Popup';
import { shownInTab } from './shown-in-tab';
import { tellSeen } from './tell-seen';

// Asked before anything is drawn, since it decides what is shown first.
const library = openPageLibrary();
const shown = shownInTab(library);
handOverUnfinished();
watchForDueCopy();
keepBadge();
void tellSeen(shown);
const root = document.getElementById('root');
if (root !== null) {
  render(
    <FailureBoundary>
      <Popup library={library} shown={shown} />
    </FailureBoundary>,
    root,
  );
}
