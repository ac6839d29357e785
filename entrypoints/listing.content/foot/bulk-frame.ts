import type { ListingPage } from '@/lib/content-script/listing/listing-page';
import type { Notice } from '@/lib/content-script/listing/listing-state';
import type { ExportChoice } from '@/lib/export/format';
import { typeAhead } from '@/lib/keyboard/type-ahead';
import type { BulkMenu, FromFrame } from '@/lib/messaging/frame';
import type { Paper } from '@/lib/papers/paper';
import { positionPopover } from '@/components/overlay/position-popover';
import { Frame, type FrameOptions } from '../frame/frame';
import { followAnchor } from '../hosts/anchor-popover';
import type { MakeHost } from '../hosts/shadow-hosts';

/** Of a result, px. */
const RESULT_WIDTH = 400;
/** From a result to the bar, px. */
const GAP = 8;

interface OpenFrame {
  menu: BulkMenu;
  button: HTMLElement;
  frame: Frame;
  closing: AbortController;
  /** Undefined while the menu is shown. */
  notice: Notice | undefined;
}

export interface BulkFrameOptions {
  page: ListingPage;
  makeHost: MakeHost;
  onToggled: () => void;
  /** A result is above this; undefined: the window's bottom. */
  bar: () => Element | undefined;
  /** Restores the focus when the frame's button is gone or its action done. */
  goToCard: () => void;
  makeFrame?: (options: FrameOptions) => Frame;
}

/** A bulk action's frame: its menu, then its result, as a notice. */
export class BulkFrame {
  #open: OpenFrame | undefined;

  constructor(private readonly options: BulkFrameOptions) {}

  /** Undefined once its result is shown. */
  get menu(): BulkMenu | undefined {
    return this.#open?.notice === undefined ? this.#open?.menu : undefined;
  }

  /** @param byKey typing may follow */
  toggle(
    menu: BulkMenu,
    button: HTMLElement,
    byKey: boolean,
    papers: Paper[],
    exportChoices: readonly ExportChoice[],
  ): void {
    const wasOpen = this.menu === menu;
    this.close();
    if (wasOpen) return;
    const { page, makeHost, makeFrame = (options) => new Frame(options) } = this.options;
    const frame = makeFrame({
      document: page.document,
      makeHost,
      title: button.textContent,
      view: { kind: menu, papers, exportChoices: [...exportChoices] },
      place: (host) => this.#place(host),
      onReady: () => (typed === undefined ? show() : typed.whenPaused(show)),
      onMessage: (message) => this.#take(open, message),
    });
    const closing = new AbortController();
    const open: OpenFrame = { menu, button, frame, closing, notice: undefined };
    this.#open = open;
    const isOpen = () => this.#open === open;
    const leave = () => isOpen() && this.close();
    const typed = byKey ? typeAhead(page.document, closing.signal, leave) : undefined;
    const show = () => isOpen() && frame.show(typed?.end() ?? '');
    followAnchor(
      frame.element,
      () => button,
      () => frame.place(),
      () => open.notice === undefined && this.close(),
      closing.signal,
    );
    this.options.onToggled();
  }

  /** Closes a result replaced by another notice. */
  keepOnly(notice: Notice | undefined): void {
    const shown = this.#open?.notice;
    if (shown !== undefined && shown !== notice) this.close();
  }

  /** Also removes a shown result; restores the focus. Idempotent. */
  close(): void {
    const open = this.#open;
    if (open === undefined) return;
    this.#open = undefined;
    open.closing.abort();
    const { hasFocus } = open.frame;
    open.frame.remove();
    const { page, goToCard, onToggled } = this.options;
    if (open.notice !== undefined && page.state.notice === open.notice) {
      page.state.notice = undefined;
    }
    onToggled();
    if (!hasFocus) return;
    // The result's own action removed it.
    if (open.notice === undefined) open.button.focus();
    else goToCard();
  }

  #take(open: OpenFrame, message: FromFrame): void {
    const { page, onToggled } = this.options;
    switch (message.kind) {
      case 'states':
        page.papers.take(message.states);
        break;
      case 'result': {
        if (this.#open !== open) break;
        const undo = message.canUndo ? () => open.frame.send({ kind: 'undo' }) : undefined;
        const hadFocus = open.notice === undefined && open.frame.hasFocus;
        open.notice = { kind: 'in-frame', undo };
        page.state.notice = open.notice;
        open.frame.width = RESULT_WIDTH;
        open.frame.place();
        onToggled();
        if (hadFocus) open.button.focus();
        break;
      }
      case 'close':
        if (this.#open === open) this.close();
        break;
    }
  }

  #place(host: HTMLElement): void {
    const open = this.#open;
    if (open === undefined) return;
    if (open.notice === undefined) return positionPopover(host, open.button);
    const { clientWidth, clientHeight } = host.ownerDocument.documentElement;
    const { width, height } = host.getBoundingClientRect();
    const bottom = this.options.bar()?.getBoundingClientRect().top ?? clientHeight;
    host.style.top = `${Math.round(bottom - GAP - height)}px`;
    host.style.left = `${Math.round((clientWidth - width) / 2)}px`;
  }
}
