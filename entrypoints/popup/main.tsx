import '@/components/styles/tokens.css';
import '@/components/styles/base.css';
import '@/components/styles/controls.css';
import '@/components/styles/pages.css';
import '@/components/styles/query.css';
import '@/components/styles/sheet.css';
import '@/components/styles/tabs.css';
import './popup.css';
import { render } from 'preact';
import { FailureBoundary } from '@/components/FailureBoundary';
import { pageCards } from '@/lib/messaging/page-cards';
import { handOverUnfinished } from '@/lib/extension-pages/handed-over';
import { openPageLibrary } from '@/lib/extension-pages/page-library';
import { watchForDueCopy } from '@/lib/extension-pages/watch-for-due-copy';
import { Popup } from './Popup';

// Asked before anything is drawn, since it decides what is shown first.
const cards = pageCards();
handOverUnfinished();
watchForDueCopy();
const root = document.getElementById('root');
if (root !== null) {
  render(
    <FailureBoundary>
      <Popup library={openPageLibrary()} cards={cards} />
    </FailureBoundary>,
    root,
  );
}
