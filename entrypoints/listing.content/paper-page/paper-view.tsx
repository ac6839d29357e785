import type { PanelField } from '@/lib/keyboard/typed-edits';
import type { PlacedView } from '@/lib/content-script/listing/listing-views';
import { listenForKeys } from '@/lib/content-script/listen-for-keys';
import type { PaperOnPage, PaperPage } from '@/lib/content-script/paper-page';
import { PAGE_ACTIONS, type PageAction, type PageKeys } from '@/lib/keyboard/page-keys';
import { listen } from '@/lib/shared/trusted-events';
import type { PaperId } from '@/lib/papers/paper-id';
import { showKeysSheet } from '../keys/show-keys-sheet';
import fieldsCss from '@/components/fields/fields.css?inline';
import barCss from '../bar/bar.css?inline';
import cardButtonCss from '../card/card-button.css?inline';
import { prepareFrame } from '../frame/frame';
import type { MakeHost } from '../hosts/shadow-hosts';
import { clearRoot, drawStyled } from '../lazy/draw';
import { PanelView } from '../panel/panel-view';
import { PaperBar } from './PaperBar';
import paperBarCss from './paper-bar.css?inline';

/** A paper page's bar and keys. Fixed: the markup is too little known to add to its flow. */
export function paperView(
  document: Document,
  page: PaperPage,
  id: PaperId,
  makeHost: MakeHost,
  signal: AbortSignal,
): PlacedView<PaperOnPage> {
  const { element, root } = makeHost('', {
    position: 'fixed',
    right: '16px',
    bottom: '16px',
    maxWidth: 'calc(100% - 32px)',
    // Above the page, below overlays.
    zIndex: '30',
  });
  // Puts failures beside the button.
  element.dataset['corner'] = 'bottom-right';
  const gone = new AbortController();
  const ends = AbortSignal.any([signal, gone.signal]);
  const panel = new PanelView(document, page, makeHost, ends);
  // Not on every visit.
  const prepare = () => page.isAlive() && prepareFrame(document, makeHost);
  element.addEventListener('pointerenter', prepare, { once: true, signal: ends });

  let on: PaperOnPage | undefined;
  function draw(): void {
    if (on === undefined) return;
    const { title, shown, rise, quotation } = on;
    const props = {
      title,
      entry: shown.state.entry,
      rise,
      saved: shown.saved,
      failure: shown.failure?.code,
      open: panel.isOpen(id),
      onClick,
      onRetry: () => void page.save(),
      quotation,
      onUndoQuotation: () => void page.undoQuotation(),
      onQuotationDone: () => page.showQuotation(undefined),
    };
    drawStyled(root, fieldsCss + cardButtonCss + barCss + paperBarCss, <PaperBar {...props} />);
  }
  const button = () => root.querySelector<HTMLElement>('.ps-card-button') ?? element;
  const place = (title: string) => ({ title, anchor: element, button, onToggled: draw });
  function onClick(): void {
    if (!page.isAlive() || on === undefined) return;
    if (on.shown.saved) panel.toggle(id, place(on.title));
    else void page.save();
  }
  function openPanel(at: PanelField): void {
    if (on === undefined) return;
    if (!on.shown.saved) void page.save();
    panel.open({ paperId: id, at, ...place(on.title) });
  }
  function act(action: PageAction): boolean {
    if (!page.isAlive() || !isKeyHere(action)) return false;
    if (action === 'help') showKeysSheet(document, keysHere(page.keys), makeHost);
    else if (action !== 'save') openPanel(action === 'tag' ? 'tags' : 'note');
    else if (!page.papers.get(id).saved) void page.save();
    return true;
  }
  const onKeyDown = listenForKeys(document, () => page.keys, act, ends);
  listen(root, 'keydown', onKeyDown);
  return {
    place(target) {
      if (element.parentNode !== target) target.append(element);
    },
    draw(next) {
      on = next;
      draw();
      panel.draw(id);
    },
    remove() {
      panel.close(id);
      gone.abort();
      clearRoot(root);
      element.remove();
    },
  };
}

/** Listing keys that apply to single papers. */
function isKeyHere(action: PageAction): boolean {
  return ['save', 'tag', 'note', 'help'].includes(action);
}

function keysHere({ on, keys }: PageKeys): PageKeys {
  const here = { ...keys };
  for (const action of PAGE_ACTIONS) if (!isKeyHere(action)) here[action] = null;
  return { on, keys: here };
}
