import type { ShadowHost } from '@/lib/content-script/dom/shadow-host';
import { isComposing } from '@/lib/keyboard/keys-pressed';
import type { CardFilter } from '@/lib/papers/card-filter';
import { withoutNames } from '@/lib/shared/dom-names';
import { listen } from '@/lib/shared/trusted-events';
import menuCss from '@/components/overlay/menu.css?inline';
import { anchorPopover } from '../hosts/anchor-popover';
import { clearRoot, drawStyled } from '../lazy/draw';
import type { MakeHost } from '../hosts/shadow-hosts';
import type { FilterPopover } from '../lazy/lazy-ui';
import { FilterMenu } from './FilterMenu';

/** The Filter button's popover, in the top layer. */
export class FilterView implements FilterPopover {
  #open: { host: ShadowHost; closing: AbortController; button: HTMLElement } | undefined;

  constructor(
    private readonly makeHost: MakeHost,
    private readonly onToggled: () => void,
    private readonly onChange: (parts: Partial<CardFilter>) => void,
  ) {}

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  /** Opens it at `button`, or closes it. */
  toggle(button: HTMLElement, filter: CardFilter): void {
    if (this.isOpen) return this.close();
    const host = this.makeHost('', { position: 'fixed' });
    const closing = new AbortController();
    this.#open = { host, closing, button };
    host.element.popover = 'manual';
    withoutNames(button.ownerDocument).documentElement.append(host.element);
    listen<KeyboardEvent>(host.root, 'keydown', (event) => {
      if (event.key === 'Escape' && !isComposing(event)) this.close();
    });
    this.draw(filter);
    host.element.showPopover();
    anchorPopover(
      host.element,
      () => button,
      () => this.close(),
      closing.signal,
    )();
    this.onToggled();
  }

  /** No effect while closed. */
  draw(filter: CardFilter): void {
    if (this.#open === undefined) return;
    drawStyled(
      this.#open.host.root,
      menuCss,
      <FilterMenu filter={filter} onChange={this.onChange} />,
    );
  }

  /** Returns the focus to the button, if it had it. Idempotent. */
  close(): void {
    const open = this.#open;
    if (open === undefined) return;
    this.#open = undefined;
    const { host, closing, button } = open;
    closing.abort();
    const hadFocus = withoutNames(button.ownerDocument).activeElement === host.element;
    clearRoot(host.root);
    host.element.remove();
    if (hadFocus) button.focus();
    this.onToggled();
  }
}
