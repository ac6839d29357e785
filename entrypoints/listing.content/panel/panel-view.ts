import type { EntryEdit } from '@/lib/papers/edit-entry';
import { isSaved } from '@/lib/papers/entry';
import type { PaperId } from '@/lib/papers/paper-id';
import { typeAhead, type TypedAhead } from '@/lib/keyboard/type-ahead';
import { typedEdits } from '@/lib/keyboard/typed-edits';
import type { PanelPlace } from '@/lib/content-script/listing/listing-views';
import { listen } from '@/lib/shared/trusted-events';
import type { FromFrame } from '@/lib/messaging/frame';
import { positionPopover } from '@/components/overlay/position-popover';
import { Frame, type FrameOptions } from '../frame/frame';
import { followAnchor } from '../hosts/anchor-popover';
import type { MakeHost } from '../hosts/shadow-hosts';
import type { Panel, PanelPage, PanelRequest } from './panel';

/** Pages re-render cards within this, ms. */
const CARD_MAY_RETURN = 2000;

interface WantedPanel extends PanelRequest {
  /** Focused before. */
  opener: HTMLElement | null;
  /** Undefined without a text field. */
  typedAhead: TypedAhead | undefined;
  typing: AbortController;
  /** Closes the panel unless its card returns. */
  leaving?: ReturnType<typeof setTimeout>;
}

interface OpenPanel extends WantedPanel {
  frame: Frame;
  /** Stops following the page. */
  closing: AbortController;
  isShown: boolean;
  /** Holds unstored words. */
  unstored: boolean;
}

/** One panel for all cards, in a `Frame`. */
export class PanelView implements Panel {
  #open: OpenPanel | undefined;
  /** Opened once its paper is saved. */
  #wanted: WantedPanel | undefined;

  constructor(
    private readonly document: Document,
    private readonly page: PanelPage,
    private readonly makeHost: MakeHost,
    private readonly signal: AbortSignal,
    private readonly makeFrame = (options: FrameOptions) => new Frame(options),
  ) {
    // Last chance to store text typed ahead.
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
    // The open one asks first.
    if (this.#open !== undefined) return;
    const focused = this.document.activeElement;
    const opener = focused instanceof HTMLElement && focused !== request.anchor ? focused : null;
    // A click opens it at no text field; after a key the reader types on.
    const typing = new AbortController();
    const ends = AbortSignal.any([this.signal, typing.signal]);
    const typedAhead =
      request.at === 'status' ? undefined : typeAhead(this.document, ends, () => this.#cancel());
    this.#wanted = { ...request, opener, typedAhead, typing };
    this.#openWhenSaved();
  }

  #openWhenSaved(): void {
    const wanted = this.#wanted;
    if (wanted === undefined) return;
    const { saved, state, failure } = this.page.papers.get(wanted.paperId);
    const { entry } = state;
    if (!saved) {
      wanted.typing.abort();
      // A retry opens it with the typed text.
      if (failure === undefined) this.close();
      return;
    }
    // Shown as saved, but not stored yet.
    if (!isSaved(entry)) return;
    this.#wanted = undefined;
    const { title, at } = wanted;
    const frame = this.makeFrame({
      document: this.document,
      makeHost: this.makeHost,
      title,
      view: { kind: 'panel', title, entry, startsAt: at },
      place: (host) => positionPopover(host, open.button()),
      onReady: () => this.#showInPause(open),
      onMessage: (message) => this.#take(open, message),
    });
    const open: OpenPanel = {
      ...wanted,
      frame,
      closing: new AbortController(),
      isShown: false,
      unstored: false,
    };
    this.#open = open;
    this.#follow(open);
    this.#reportToggled(open);
  }

  #showInPause(open: OpenPanel): void {
    const { typedAhead } = open;
    if (typedAhead === undefined) this.#show(open);
    else typedAhead.whenPaused(() => this.#show(open));
  }

  #show(open: OpenPanel): void {
    // Closed before it was drawn.
    if (this.#open !== open) return;
    open.isShown = true;
    open.frame.show(open.typedAhead?.end() ?? '');
  }

  #follow(open: OpenPanel): void {
    open.closing = new AbortController();
    followAnchor(
      open.frame.element,
      () => open.button(),
      () => open.frame.place(),
      () => this.close(),
      AbortSignal.any([this.signal, open.closing.signal]),
    );
  }

  moveTo(paperId: PaperId, place: PanelPlace): void {
    const panel = this.#of(paperId);
    if (panel === undefined) return;
    clearTimeout(panel.leaving);
    Object.assign(panel, place);
    this.#reportToggled(place);
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
    if (open === undefined) this.#wanted = undefined;
    else if (open.unstored) open.frame.send({ kind: 'ask' });
    else this.#leave(open);
  }

  /** Hides it; removes it once all is stored. */
  #leave(open: OpenPanel): void {
    const { frame, opener } = open;
    this.#open = undefined;
    open.closing.abort();
    const { hasFocus } = frame;
    if (frame.isReady) {
      frame.hide();
      frame.send({ kind: 'leave' });
    } else {
      frame.remove();
    }
    this.#reportToggled(open);
    if (hasFocus) (opener?.isConnected ? opener : open.button()).focus();
  }

  #take(open: OpenPanel, message: FromFrame): void {
    switch (message.kind) {
      case 'states':
        this.page.papers.take(message.states);
        break;
      case 'unstored':
        open.unstored = message.unstored;
        if (open.unstored && this.#open !== open) this.#return(open);
        break;
      case 'close':
        if (message.anyway) open.unstored = false;
        if (this.#open !== open) break;
        this.close();
        // The reader gave up its words.
        if (message.anyway) open.frame.remove();
        break;
      case 'left':
        if (this.#open !== open) open.frame.remove();
        break;
    }
  }

  /** Shows it again: its words could not be stored. */
  #return(open: OpenPanel): void {
    this.close();
    // Another asks first; this stays beside it.
    if (this.#open === undefined) {
      this.#open = open;
      this.#follow(open);
      this.#reportToggled(open);
    }
    open.frame.show('');
  }

  /** The reader moved on: do not take the focus. */
  #cancel(): void {
    if (this.#wanted !== undefined || this.#open?.isShown === false) this.close();
  }

  /** Stores text typed for a field that never appeared. */
  #keepTyped({ paperId, at, typedAhead }: WantedPanel): void {
    const typed = typedAhead?.end() ?? '';
    if (typed === '') return;
    const note = this.page.papers.get(paperId).state.entry?.note ?? '';
    for (const edit of typedEdits(at, typed, note)) this.#edit(paperId, edit).catch(report);
  }

  draw(paperId: PaperId): void {
    if (this.#wanted?.paperId === paperId) this.#openWhenSaved();
    const { entry } = this.page.papers.get(paperId).state;
    if (this.#open?.paperId === paperId && entry !== null) {
      this.#open.frame.send({ kind: 'entry', entry });
    }
  }

  #reportToggled({ onToggled }: PanelPlace): void {
    // After an update, only the panel goes on: drawing needs messages.
    if (this.page.isAlive()) onToggled();
  }

  #of(paperId?: PaperId): WantedPanel | undefined {
    const panel = this.#open ?? this.#wanted;
    return paperId === undefined || panel?.paperId === paperId ? panel : undefined;
  }

  async #edit(paperId: PaperId, edit: EntryEdit): Promise<void> {
    this.page.papers.take([await this.page.sendMessage('library.edit', { paperId, edit })]);
  }
}

function report(error: unknown): void {
  console.error('Papershelf could not store what was typed', error);
}
