import type { LazyUi } from '../lazy/lazy-ui';
import type { SendMessage } from '@/lib/messaging/client';
import type { PanelField } from '@/lib/keyboard/typed-edits';
import type { ShadowHost } from '@/lib/content-script/dom/shadow-host';
import { typeAhead } from '@/lib/keyboard/type-ahead';
import type { ShownPapers } from '@/lib/content-script/shown-papers';
import type { CountsAt } from '@/lib/papers/counts';
import { isSaved, type Entry } from '@/lib/papers/entry';
import type { EntryEdit } from '@/lib/papers/edit-entry';
import { Failure } from '@/lib/shared/failure';
import type { PaperId } from '@/lib/papers/paper-id';
import { anchorPopover } from '../hosts/anchor-popover';
import type { LoadLazyUi } from '../lazy/load-lazy-ui';
import type { MakeHost } from '../hosts/shadow-hosts';

/** Time within which a page re-renders a card, ms. */
const CARD_MAY_RETURN = 2000;

/** What the panel needs of a page. */
export interface PanelPage {
  papers: ShownPapers;
  isAlive: () => boolean;
  sendMessage: SendMessage;
}

interface WantedPanel {
  paperId: PaperId;
  title: string;
  /** The host of the panel's button. */
  anchor: HTMLElement;
  at: PanelField;
  /** The element focused before. */
  opener: HTMLElement | null;
  onToggled: () => void;
  /** Returns what was typed since then. */
  typedAhead: () => string;
  typing: AbortController;
  /** Closes the panel unless the card returns. */
  leaving?: ReturnType<typeof setTimeout>;
}

interface OpenPanel extends WantedPanel {
  history: readonly CountsAt[];
  host: ShadowHost;
  parts: LazyUi;
  place: () => void;
  closing: AbortController;
}

/**
 * One panel for all cards. A popover in the top layer, since cards clip overflow and skip painting
 * off screen.
 */
export class PanelView {
  #open: OpenPanel | undefined;
  /** To be opened once its paper is saved. */
  #wanted: WantedPanel | undefined;
  #parts: LazyUi | undefined;

  constructor(
    private readonly document: Document,
    private readonly page: PanelPage,
    private readonly makeHost: MakeHost,
    private readonly loadLazyUi: LoadLazyUi,
    private readonly signal: AbortSignal,
  ) {
    // Last chance to store what was typed ahead.
    document.defaultView?.addEventListener('pagehide', () => this.#callOff(), { signal });
  }

  isOpen(paperId: PaperId): boolean {
    return this.#open?.paperId === paperId;
  }

  toggle(paperId: PaperId, title: string, anchor: HTMLElement, onToggled: () => void): void {
    if (this.isOpen(paperId)) this.close();
    else this.open(paperId, title, anchor, onToggled, 'status');
  }

  /** Opens the panel at a field, once the paper is saved. */
  open(
    paperId: PaperId,
    title: string,
    anchor: HTMLElement,
    onToggled: () => void,
    at: PanelField,
  ): void {
    this.close();
    const focused = this.document.activeElement;
    const opener = focused instanceof HTMLElement && focused !== anchor ? focused : null;
    // A click opens it at no text field; a key does, and the reader types on.
    const typing = new AbortController();
    const ends = AbortSignal.any([this.signal, typing.signal]);
    const callOff = () => this.#callOff();
    const typedAhead = at === 'status' ? () => '' : typeAhead(this.document, ends, callOff);
    const wanted = { paperId, title, anchor, at, opener, onToggled, typedAhead, typing };
    this.#wanted = wanted;
    this.loadLazyUi((parts) => {
      if (this.#wanted !== wanted) return;
      this.#parts = parts;
      this.#openWhenSaved();
    });
  }

  #openWhenSaved(): void {
    const [wanted, parts] = [this.#wanted, this.#parts];
    if (wanted === undefined || parts === undefined) return;
    const { saved, state, failure } = this.page.papers.get(wanted.paperId);
    // Shown as saved before it is stored: no entry yet.
    if (saved && !isSaved(state.entry)) return;
    if (!saved) {
      wanted.typing.abort();
      // A retry opens it with what was typed.
      if (failure === undefined) this.close();
      return;
    }
    this.#wanted = undefined;
    const host = this.makeHost('panel', '', { position: 'fixed' });
    host.element.popover = 'manual';
    this.document.documentElement.append(host.element);
    const closing = new AbortController();
    const place = anchorPopover(
      host.element,
      () => buttonIn(open.anchor),
      () => this.close(),
      AbortSignal.any([this.signal, closing.signal]),
    );
    const open: OpenPanel = { ...wanted, history: [], host, parts, place, closing };
    this.#open = open;
    this.draw(open.paperId);
    host.element.showPopover();
    place();
    open.onToggled();
    void this.#learnHistory(open);
  }

  /** Re-anchors the panel, so that re-rendered cards do not close it while the reader writes. */
  moveTo(paperId: PaperId, anchor: HTMLElement, onToggled: () => void): void {
    const panel = this.#of(paperId);
    if (panel === undefined) return;
    clearTimeout(panel.leaving);
    panel.anchor = anchor;
    panel.onToggled = onToggled;
    onToggled();
  }

  /** Closes the panel, unless the card is soon re-rendered. */
  lose(paperId: PaperId, anchor: HTMLElement): void {
    const panel = this.#of(paperId);
    if (panel?.anchor !== anchor) return;
    clearTimeout(panel.leaving);
    panel.leaving = setTimeout(() => this.close(paperId), CARD_MAY_RETURN);
  }

  /** Closes or cancels the panel of this or any paper; restores the focus. */
  close(paperId?: PaperId): void {
    const panel = this.#of(paperId);
    if (panel === undefined) return;
    clearTimeout(panel.leaving);
    this.#keepTyped(panel);
    const open = this.#open;
    if (open === undefined) {
      this.#wanted = undefined;
      return;
    }
    this.#open = undefined;
    open.closing.abort();
    const hadFocus = this.document.activeElement === open.host.element;
    open.parts.clear(open.host.root);
    open.host.element.remove();
    open.onToggled();
    const opener = open.opener?.isConnected ? open.opener : buttonIn(open.anchor);
    if (hadFocus) opener.focus();
  }

  /** The reader moved on: the panel must not take the focus. */
  #callOff(): void {
    if (this.#wanted !== undefined) this.close();
  }

  /** Stores what was typed for a field that never appeared. */
  #keepTyped({ paperId, at, typedAhead }: WantedPanel): void {
    const typed = typedAhead();
    if (typed === '') return;
    this.loadLazyUi(({ typedEdits }) => {
      const note = this.page.papers.get(paperId).state.entry?.note ?? '';
      for (const edit of typedEdits(at, typed, note)) this.#edit(paperId, edit).catch(report);
    });
  }

  /** Opens or redraws the panel of that paper. */
  draw(paperId: PaperId): void {
    if (this.#wanted?.paperId === paperId) this.#openWhenSaved();
    const open = this.#open;
    const { entry } = this.page.papers.get(paperId).state;
    if (open?.paperId !== paperId || entry === null) return;
    open.parts.panel(open.host.root, {
      title: open.title,
      entry,
      startsAt: open.at,
      typedAhead: open.typedAhead,
      history: open.history,
      suggestTags: (typed, taken) =>
        this.page.sendMessage('library.suggest-tags', { typed, taken: [...taken] }),
      onEdit: (edit) => this.#edit(paperId, edit),
      onLeave: (edit) => void this.page.sendMessage('library.edit', { paperId, edit }),
      onRemove: () => this.#change('library.remove', paperId),
      onRestore: () => this.#change('library.restore', paperId),
      onClose: () => this.close(paperId),
    });
    open.place();
  }

  /** The open or wanted panel of that paper. */
  #of(paperId?: PaperId): WantedPanel | undefined {
    const panel = this.#open ?? this.#wanted;
    return paperId === undefined || panel?.paperId === paperId ? panel : undefined;
  }

  /** The history is optional, so failures are ignored. */
  async #learnHistory(open: OpenPanel): Promise<void> {
    const { paperId } = open;
    open.history = await this.page.sendMessage('papers.history', { paperId }).catch(() => []);
    if (this.#open === open) this.draw(paperId);
  }

  async #edit(paperId: PaperId, edit: EntryEdit): Promise<Entry> {
    // The text stays in the field; the outdated notice explains.
    if (!this.page.isAlive()) return new Promise(() => {});
    const state = await this.page.sendMessage('library.edit', { paperId, edit });
    this.page.papers.take([state]);
    if (state.entry === null) throw new Failure('not-found', paperId);
    return state.entry;
  }

  async #change(type: 'library.remove' | 'library.restore', paperId: PaperId): Promise<void> {
    this.page.papers.take([await this.page.sendMessage(type, { paperId })]);
  }
}

function report(error: unknown): void {
  console.error('Papershelf could not store what was typed', error);
}

function buttonIn(host: HTMLElement): HTMLElement {
  return host.shadowRoot?.querySelector<HTMLElement>('.ps-card-button') ?? host;
}
