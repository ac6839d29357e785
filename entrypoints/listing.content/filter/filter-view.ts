import type { CardFilter } from '@/lib/papers/card-filter';
import type { ShadowHost } from '@/lib/content-script/dom/shadow-host';
import { anchorPopover } from '../hosts/anchor-popover';
import { loadLazyUi } from '../lazy/load-lazy-ui';
import type { MakeHost } from '../hosts/shadow-hosts';

/** The Filter button's popover, in the top layer to overlap anything. */
export class FilterView {
  #open: { host: ShadowHost; closing: AbortController; button: HTMLElement } | undefined;

  constructor(
    private readonly makeHost: MakeHost,
    private readonly onToggled: () => void,
    private readonly onChange: (filter: CardFilter) => void,
  ) {}

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  toggle(button: HTMLElement, filter: CardFilter): void {
    if (this.isOpen) return this.close();
    loadLazyUi(() => {
      // Pressed again while the UI was loading.
      if (this.isOpen) return;
      const host = this.makeHost('filter', '', { position: 'fixed' });
      const closing = new AbortController();
      this.#open = { host, closing, button };
      host.element.popover = 'manual';
      button.ownerDocument.documentElement.append(host.element);
      host.root.addEventListener('keydown', (event) => {
        if (event instanceof KeyboardEvent && event.key === 'Escape') this.close();
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
    });
  }

  draw(filter: CardFilter): void {
    const open = this.#open;
    if (open === undefined) return;
    loadLazyUi((parts) => parts.filter(open.host.root, { filter, onChange: this.onChange }));
  }

  close(): void {
    const open = this.#open;
    if (open === undefined) return;
    this.#open = undefined;
    const { host, closing, button } = open;
    closing.abort();
    const hadFocus = button.ownerDocument.activeElement === host.element;
    loadLazyUi((parts) => parts.clear(host.root));
    host.element.remove();
    if (hadFocus) button.focus();
    this.onToggled();
  }
}
