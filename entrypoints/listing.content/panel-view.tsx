import { render } from 'preact';
import { SavePanel } from '@/components/page/SavePanel';
import panelCss from '@/components/page/save-panel.css?inline';
import controlsCss from '@/components/styles/controls.css?inline';
import tokensCss from '@/components/styles/tokens.css?inline';
import { ask } from '@/lib/messaging/client';
import type { ListingPage } from '@/lib/page/listing-page';
import { placeBeside } from '@/lib/page/place-beside';
import { createShadowHost, type ShadowHost } from '@/lib/page/shadow-host';
import type { Entry } from '@/lib/papers/entry';
import type { EntryEdit } from '@/lib/papers/edit-entry';
import { Failure } from '@/lib/papers/failure';
import type { PaperId } from '@/lib/papers/paper-id';

/** A page that draws a card anew does so within this time, ms. */
const CARD_MAY_RETURN = 2000;

interface OpenPanel {
  paperId: PaperId;
  title: string;
  /** The button's host, which the panel stands beside. */
  anchor: HTMLElement;
  onToggled: () => void;
  host: ShadowHost;
  /** Runs out when the card does not return. */
  leaving?: ReturnType<typeof setTimeout>;
  closing: AbortController;
}

/**
 * The panel, one for all cards. A card clips what overflows it and skips painting off screen, so
 * the panel is a popover in the top layer, outside the page's own tree.
 */
export class PanelView {
  #open: OpenPanel | undefined;

  constructor(
    private readonly document: Document,
    private readonly page: ListingPage,
    private readonly themed: (element: HTMLElement) => void,
    private readonly signal: AbortSignal,
  ) {}

  isOpen(paperId: PaperId): boolean {
    return this.#open?.paperId === paperId;
  }

  /** Opens the panel beside a card's button, or closes it. */
  toggle(paperId: PaperId, title: string, anchor: HTMLElement, onToggled: () => void): void {
    const wasOpen = this.isOpen(paperId);
    this.close();
    if (wasOpen) return;
    const css = tokensCss + controlsCss + panelCss;
    const host = createShadowHost(this.document, 'panel', css, { position: 'fixed' });
    this.themed(host.element);
    host.element.popover = 'manual';
    this.document.documentElement.append(host.element);
    const closing = new AbortController();
    this.#open = { paperId, title, anchor, onToggled, host, closing };
    this.draw(paperId);
    host.element.showPopover();
    this.#follow(this.#open);
    onToggled();
  }

  /**
   * The paper's button is at `anchor` now: a page that draws its cards anew while the reader writes
   * must not take the panel away.
   */
  moveTo(paperId: PaperId, anchor: HTMLElement, onToggled: () => void): void {
    const open = this.#open;
    if (open?.paperId !== paperId) return;
    clearTimeout(open.leaving);
    open.anchor = anchor;
    open.onToggled = onToggled;
    onToggled();
  }

  /** The paper's button is gone: the panel goes too, unless the card is drawn anew in a moment. */
  lose(paperId: PaperId, anchor: HTMLElement): void {
    const open = this.#open;
    if (open?.paperId !== paperId || open.anchor !== anchor) return;
    clearTimeout(open.leaving);
    open.leaving = setTimeout(() => this.close(paperId), CARD_MAY_RETURN);
  }

  /** Closes the panel: of that paper, or whichever is open. The focus goes back to its button. */
  close(paperId?: PaperId): void {
    const open = this.#open;
    if (open === undefined || (paperId !== undefined && paperId !== open.paperId)) return;
    this.#open = undefined;
    clearTimeout(open.leaving);
    open.closing.abort();
    const hadFocus = this.document.activeElement === open.host.element;
    render(null, open.host.root);
    open.host.element.remove();
    open.onToggled();
    if (hadFocus) open.anchor.shadowRoot?.querySelector('button')?.focus();
  }

  /** Draws the panel again if it is that paper's. */
  draw(paperId: PaperId): void {
    const open = this.#open;
    if (open?.paperId !== paperId) return;
    const { entry } = this.page.papers.get(paperId).state;
    if (entry === null) return;
    render(
      <SavePanel
        title={open.title}
        entry={entry}
        suggestTags={(typed, taken) => ask('library.match-tags', { typed, taken: [...taken] })}
        onEdit={(edit) => this.#edit(paperId, edit)}
        onLeave={(edit) => void ask('library.edit', { paperId, edit })}
        onRemove={() => this.#change('library.remove', paperId)}
        onRestore={() => this.#change('library.restore', paperId)}
        onClose={() => this.close(paperId)}
      />,
      open.host.root,
    );
    placeBeside(open.host.element, open.anchor);
  }

  async #edit(paperId: PaperId, edit: EntryEdit): Promise<Entry> {
    // What was typed stays in the field, and the page's notice says what happened.
    if (!this.page.isAlive()) return new Promise(() => {});
    const state = await ask('library.edit', { paperId, edit });
    this.page.papers.take([state]);
    if (state.entry === null) throw new Failure('not-found', paperId);
    return state.entry;
  }

  async #change(type: 'library.remove' | 'library.restore', paperId: PaperId): Promise<void> {
    this.page.papers.take([await ask(type, { paperId })]);
  }

  /** Keeps the panel at its button, and closes it by Escape or a click anywhere else. */
  #follow(open: OpenPanel): void {
    const { host, closing } = open;
    const signal = AbortSignal.any([this.signal, closing.signal]);
    const { document } = this;
    const window = document.defaultView;
    const place = () => placeBeside(host.element, open.anchor);
    place();
    window?.addEventListener('scroll', place, { signal, capture: true, passive: true });
    window?.addEventListener('resize', place, { signal });
    // Captured, since what happens on our buttons is kept from the page. Inside, the panel's own
    // controls come first: Escape closes a list of suggestions before the panel.
    document.addEventListener(
      'keydown',
      (event) => {
        const isInside = event.composedPath().includes(host.element);
        if (event.key === 'Escape' && !isInside) this.close();
      },
      { signal, capture: true },
    );
    document.addEventListener(
      'pointerdown',
      (event) => {
        const path = event.composedPath();
        if (!path.includes(host.element) && !path.includes(open.anchor)) this.close();
      },
      { signal, capture: true },
    );
  }
}
