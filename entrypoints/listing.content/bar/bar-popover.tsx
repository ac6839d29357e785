import type { ComponentChildren } from 'preact';
import type { ShadowHost } from '@/lib/content-script/dom/shadow-host';
import { isComposing } from '@/lib/keyboard/keys-pressed';
import { withoutNames } from '@/lib/shared/dom-names';
import { listen } from '@/lib/shared/trusted-events';
import menuCss from '@/components/overlay/menu.css?inline';
import { anchorPopover } from '../hosts/anchor-popover';
import { clearRoot, drawStyled } from '../lazy/draw';
import type { MakeHost } from '../hosts/shadow-hosts';
import type { Popover } from '../lazy/lazy-ui';
import siteDetailsCss from './site-details.css?inline';

/** A popover of the page bar, in the top layer. */
export class BarPopover<T> implements Popover<T> {
  #open: { host: ShadowHost; closing: AbortController; button: HTMLElement } | undefined;

  /** @param content may move the focus to or beside `button` */
  constructor(
    private readonly makeHost: MakeHost,
    private readonly onToggled: () => void,
    private readonly content: (shown: T, button: HTMLElement) => ComponentChildren,
  ) {}

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  /** Opens it at `button`, or closes it. */
  toggle(button: HTMLElement, shown: T): void {
    if (this.isOpen) return this.close();
    const host = this.makeHost('', { position: 'fixed' });
    const closing = new AbortController();
    this.#open = { host, closing, button };
    host.element.popover = 'manual';
    withoutNames(button.ownerDocument).documentElement.append(host.element);
    listen<KeyboardEvent>(host.root, 'keydown', (event) => {
      if (event.key === 'Escape' && !isComposing(event)) this.close();
    });
    this.draw(shown);
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
  draw(shown: T): void {
    if (this.#open === undefined) return;
    const { host, button } = this.#open;
    drawStyled(host.root, menuCss + siteDetailsCss, this.content(shown, button));
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
