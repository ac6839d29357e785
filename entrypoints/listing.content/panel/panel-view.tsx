import type { ShadowHost } from '@/lib/content-script/dom/shadow-host';
import type { CountsAt } from '@/lib/papers/counts';
import type { EntryEdit } from '@/lib/papers/edit-entry';
import { isSaved, type Entry } from '@/lib/papers/entry';
import type { PaperId } from '@/lib/papers/paper-id';
import { typeAhead } from '@/lib/keyboard/type-ahead';
import { typedEdits } from '@/lib/keyboard/typed-edits';
import type { PanelPlace } from '@/lib/content-script/listing/listing-views';
import { Failure } from '@/lib/shared/failure';
import { listen } from '@/lib/shared/trusted-events';
import { anchorPopover } from '../hosts/anchor-popover';
import type { MakeHost } from '../hosts/shadow-hosts';
import { clearRoot } from '../lazy/draw';
import { drawPanel } from './draw-panel';
import type { Panel, PanelPage, PanelRequest } from './panel';

/** Time within which a page re-renders a card, ms. */
const CARD_MAY_RETURN = 2000;

interface WantedPanel extends PanelRequest {
  /** The element focused before. */
  opener: HTMLElement | null;
  /** Returns what was typed since then. */
  typedAhead: () => string;
  typing: AbortController;
  /** Closes the panel unless the card returns. */
  leaving?: ReturnType<typeof setTimeout>;
}

interface OpenPanel extends WantedPanel {
  history: readonly CountsAt[];
  host: ShadowHost;
  place: () => void;
  closing: AbortController;
}

/**
 * One panel for all cards. A popover in the top layer, since cards clip overflow and skip painting
 * off screen.
 */
export class PanelView implements Panel {
  #open: OpenPanel | undefined;
  /** To be opened once its paper is saved. */
  #wanted: WantedPanel | undefined;

  constructor(
    private readonly document: Document,
    private readonly page: PanelPage,
    private readonly makeHost: MakeHost,
    private readonly signal: AbortSignal,
    private readonly render: typeof drawPanel = drawPanel,
  ) {
    // Last chance to store what was typed ahead.
    listen(window, 'pagehide', () => this.#cancel(), { signal });
  }

  isOpen(paperId: PaperId): boolean {
    return this.#open?.paperId === paperId;
  }

  toggle(paperId: PaperId, place: PanelPlace): void {
    if (this.isOpen(paperId)) this.close();
    else this.open({ paperId, at: 'status', ...place });
  }

  open(request: PanelRequest): void {
    this.close();
    const focused = this.document.activeElement;
    const opener = focused instanceof HTMLElement && focused !== request.anchor ? focused : null;
    // A click opens it at no text field; a key does, and the reader types on.
    const typing = new AbortController();
    const ends = AbortSignal.any([this.signal, typing.signal]);
    const typedAhead =
      request.at === 'status' ? () => '' : typeAhead(this.document, ends, () => this.#cancel());
    this.#wanted = { ...request, opener, typedAhead, typing };
    this.#openWhenSaved();
  }

  #openWhenSaved(): void {
    const wanted = this.#wanted;
    if (wanted === undefined) return;
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
    const host = this.makeHost('', { position: 'fixed' });
    host.element.popover = 'manual';
    this.document.documentElement.append(host.element);
    const closing = new AbortController();
    const place = anchorPopover(
      host.element,
      () => open.button(),
      () => this.close(),
      AbortSignal.any([this.signal, closing.signal]),
    );
    const open: OpenPanel = { ...wanted, history: [], host, place, closing };
    this.#open = open;
    this.draw(open.paperId);
    host.element.showPopover();
    place();
    open.onToggled();
    void this.#learnHistory(open);
  }

  moveTo(paperId: PaperId, place: PanelPlace): void {
    const panel = this.#of(paperId);
    if (panel === undefined) return;
    clearTimeout(panel.leaving);
    Object.assign(panel, place);
    place.onToggled();
  }

  lose(paperId: PaperId, anchor: HTMLElement): void {
    const panel = this.#of(paperId);
    if (panel?.anchor !== anchor) return;
    clearTimeout(panel.leaving);
    panel.leaving = setTimeout(() => this.close(paperId), CARD_MAY_RETURN);
  }

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
    clearRoot(open.host.root);
    open.host.element.remove();
    open.onToggled();
    const opener = open.opener?.isConnected ? open.opener : open.button();
    if (hadFocus) opener.focus();
  }

  /** The reader moved on: the panel must not take the focus. */
  #cancel(): void {
    if (this.#wanted !== undefined) this.close();
  }

  /** Stores what was typed for a field that never appeared. */
  #keepTyped({ paperId, at, typedAhead }: WantedPanel): void {
    const typed = typedAhead();
    if (typed === '') return;
    const note = this.page.papers.get(paperId).state.entry?.note ?? '';
    for (const edit of typedEdits(at, typed, note)) this.#edit(paperId, edit).catch(report);
  }

  draw(paperId: PaperId): void {
    if (this.#wanted?.paperId === paperId) this.#openWhenSaved();
    const open = this.#open;
    const { entry } = this.page.papers.get(paperId).state;
    if (open?.paperId !== paperId || entry === null) return;
    this.render(open.host.root, {
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
