import type { ListingCommands } from '@/lib/content-script/listing/listing-commands';
import type { ListingPage } from '@/lib/content-script/listing/listing-page';
import type { FootView, ShownFoot } from '@/lib/content-script/listing/listing-views';
import type { ShadowHost } from '@/lib/content-script/dom/shadow-host';
import menuCss from '@/components/overlay/menu.css?inline';
import fieldsCss from '@/components/fields/fields.css?inline';
import { clearRoot, drawStyled } from '../lazy/draw';
import { PageFoot, type PageFootProps } from './PageFoot';
import footCss from './page-foot.css?inline';
import type { MakeHost } from '../hosts/shadow-hosts';

function drawFoot(root: ShadowRoot, props: PageFootProps): void {
  drawStyled(root, fieldsCss + menuCss + footCss, <PageFoot {...props} />);
}

/** The foot of the window: notice and selection bar. */
export function footView(
  page: ListingPage,
  commands: ListingCommands,
  makeHost: MakeHost,
  render = drawFoot,
): FootView {
  let host: ShadowHost | undefined;
  function draw(shown: ShownFoot): void {
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
      exportChoices: page.settings.exportChoices,
      onNoticeDone: () => commands.changes.dismissNotice(),
      suggestTags: (typed, taken) =>
        page.sendMessage('library.suggest-tags', { typed, taken: [...taken] }),
      onSelectNew: () =>
        commands.selectAll((id) => page.state.isNew(id) && !page.papers.get(id).dismissed),
      onSelectShown: () => commands.selectAll(() => true),
      onChange: (change) => commands.changes.change(commands.selectedPapers(), change),
      onExport: (format) =>
        commands.changes.exportAs(
          commands.selectedPapers().map(({ id }) => id),
          format,
        ),
      onClear: () => commands.selection.stop(),
    });
    // The focused control was removed by its own action.
    if (hadFocus && host.root.activeElement === null) commands.goToCard();
  }
  return {
    draw,
    focus() {
      const control = host?.root.querySelector<HTMLElement>('button');
      control?.focus();
      return control != null;
    },
    remove() {
      if (host === undefined) return;
      clearRoot(host.root);
      host.element.remove();
    },
  };
}
