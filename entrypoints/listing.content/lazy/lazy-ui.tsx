import { render, type ComponentChildren } from 'preact';
import type { CountsAt } from '@/lib/papers/counts';
import type { PageKeys } from '@/lib/keyboard/page-keys';
import { PaperHistory } from '@/components/paper/PaperHistory';
import historyCss from '@/components/paper/paper-history.css?inline';
import fieldsCss from '@/components/fields/fields.css?inline';
import cardButtonCss from '../card/card-button.css?inline';
import { FilterMenu, type FilterMenuProps } from '../filter/FilterMenu';
import menuCss from '@/components/overlay/menu.css?inline';
import footCss from '../foot/page-foot.css?inline';
import { PageFoot, type PageFootProps } from '../foot/PageFoot';
import { PageKeysSheet } from '../keys/PageKeysSheet';
import keysCss from '../keys/page-keys-sheet.css?inline';
import { PaperBar, type PaperBarProps } from '../paper-page/PaperBar';
import paperBarCss from '../paper-page/paper-bar.css?inline';
import { SavePanel, type SavePanelProps } from '../panel/SavePanel';
import panelCss from '../panel/save-panel.css?inline';
import { PaperPage, type PaperPageOptions } from '@/lib/content-script/paper-page';
import { typedEdits } from '@/lib/keyboard/typed-edits';
import type { MakeHost } from '../hosts/shadow-hosts';
import { paperView } from '../paper-page/paper-view';

type PanelProps = Omit<SavePanelProps, 'history'> & { history: readonly CountsAt[] };

/**
 * The UI needed only once the reader acts on a listing or opens a paper: a script loaded then. Each
 * draws itself with its style into a shadow root that has the control styles.
 */
export const lazyUi = {
  panel: (root: ShadowRoot, { history, ...props }: PanelProps) =>
    draw(
      root,
      fieldsCss + historyCss + panelCss,
      <SavePanel {...props} history={history.length > 0 && <PaperHistory points={history} />} />,
    ),
  foot: (root: ShadowRoot, props: PageFootProps) =>
    draw(root, fieldsCss + menuCss + footCss, <PageFoot {...props} />),
  filter: (root: ShadowRoot, props: FilterMenuProps) =>
    draw(root, menuCss, <FilterMenu {...props} />),
  keys: (root: ShadowRoot, props: { keys: PageKeys; onClosed: () => void }) =>
    draw(root, keysCss, <PageKeysSheet {...props} />),
  paperBar: (root: ShadowRoot, props: PaperBarProps) =>
    draw(root, fieldsCss + cardButtonCss + paperBarCss, <PaperBar {...props} />),
  paperPage: (options: Omit<PaperPageOptions, 'view'>, makeHost: MakeHost, signal: AbortSignal) =>
    new PaperPage({
      ...options,
      view: (page, id) => paperView(options.document, page, id, makeHost, lazyUi, signal),
    }),
  typedEdits,
  clear: (root: ShadowRoot) => render(null, root),
};

export type LazyUi = typeof lazyUi;

const styled = new WeakSet<ShadowRoot>();

function draw(root: ShadowRoot, css: string, children: ComponentChildren): void {
  if (!styled.has(root)) {
    styled.add(root);
    // After the control styles, to override them.
    const style = root.ownerDocument.createElement('style');
    style.textContent = css;
    root.append(style);
  }
  render(children, root);
}
