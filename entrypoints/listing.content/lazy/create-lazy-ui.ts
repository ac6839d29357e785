import { PaperPage } from '@/lib/content-script/paper-page';
import { FilterView } from '../filter/filter-view';
import { footView } from '../foot/foot-view';
import { showKeysSheet } from '../keys/show-keys-sheet';
import { PanelView } from '../panel/panel-view';
import { paperView } from '../paper-page/paper-view';
import type { LazyUi } from './lazy-ui';

/** The lazy UI, for the script that the content script loads. */
export function createLazyUi(): LazyUi {
  const ui: LazyUi = {
    panel: (...args) => new PanelView(...args),
    filter: (options) => new FilterView(options),
    foot: footView,
    showKeys: showKeysSheet,
    paperPage: (options, makeHost, signal) =>
      new PaperPage({
        ...options,
        view: (page, id) => paperView(options.document, page, id, makeHost, ui, signal),
      }),
  };
  return ui;
}
