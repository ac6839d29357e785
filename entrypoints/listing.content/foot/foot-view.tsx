import type { ListingCommands } from '@/lib/content-script/listing/listing-commands';
import type { ListingPage } from '@/lib/content-script/listing/listing-page';
import type { FootView, ShownFoot } from '@/lib/content-script/listing/listing-views';
import type { ShadowHost } from '@/lib/content-script/dom/shadow-host';
import menuCss from '@/components/overlay/menu.css?inline';
import { clearRoot, drawStyled } from '../lazy/draw';
import { BulkFrame } from './bulk-frame';
import { PageFoot, type PageFootProps } from './PageFoot';
import footCss from './page-foot.css?inline';
import type { MakeHost } from '../hosts/shadow-hosts';

function drawFoot(root: ShadowRoot, props: PageFootProps): void {
  drawStyled(root, menuCss + footCss, <PageFoot {...props} />);
}

/** The window's foot: notice and selection bar. */
export function footView(
  page: ListingPage,
  commands: ListingCommands,
  makeHost: MakeHost,
  render = drawFoot,
): FootView {
  let host: ShadowHost | undefined;
  let shown: ShownFoot | undefined;
  const frame = new BulkFrame({
    page,
    makeHost,
    onToggled: () => draw(),
    bar: () => host?.root.querySelector('.ps-selection') ?? undefined,
    goToCard: () => commands.goToCard(),
  });
  function draw(): void {
    // Messages are gone once the extension is updated.
    if (shown === undefined || !page.isAlive()) return;
    host ??= makeHost('', {
      position: 'fixed',
      inset: '0',
      zIndex: '2147483646',
      pointerEvents: 'none',
    });
    if (!host.element.isConnected) page.document.documentElement.append(host.element);
    const hadFocus = host.root.activeElement !== null;
    render(host.root, {
      ...shown,
      openMenu: frame.menu,
      onNoticeDone: () => commands.changes.dismissNotice(),
      onSelectNew: () =>
        commands.selectAll((id) => page.state.isNew(id) && !page.papers.get(id).dismissed),
      onSelectShown: () => commands.selectAll(() => true),
      onChange: (change) => commands.changes.change(commands.selectedPapers(), change),
      onMenu: (menu, button, byKey) =>
        frame.toggle(menu, button, byKey, commands.selectedPapers(), page.settings.exportChoices),
      onClear: () => commands.selection.stop(),
    });
    // Its own action removed the focused control.
    if (hadFocus && host.root.activeElement === null) commands.goToCard();
  }
  return {
    draw(next) {
      shown = next;
      frame.keepOnly(next.notice);
      draw();
    },
    focus() {
      const control = host?.root.querySelector<HTMLElement>('button');
      control?.focus();
      return control != null;
    },
    remove() {
      shown = undefined;
      frame.close();
      if (host === undefined) return;
      clearRoot(host.root);
      host.element.remove();
    },
  };
}
