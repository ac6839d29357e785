import type { ShownPapers } from '@/lib/content-script/shown-papers';
import { typeAhead } from '@/lib/keyboard/type-ahead';
import type { PanelField } from '@/lib/keyboard/typed-edits';
import type { SendMessage } from '@/lib/messaging/client';
import type { PaperId } from '@/lib/papers/paper-id';

/** What the panel needs of a page. */
export interface PanelPage {
  papers: ShownPapers;
  isAlive: () => boolean;
  sendMessage: SendMessage;
}

/** A panel to be opened. */
export interface PanelRequest {
  paperId: PaperId;
  title: string;
  /** The host of the panel's button. */
  anchor: HTMLElement;
  at: PanelField;
  /** Called when the panel opens or closes. */
  onToggled: () => void;
}

/** A requested panel, and what is typed until its field is there. */
export interface WantedPanel extends PanelRequest {
  /** The element focused before. */
  opener: HTMLElement | null;
  /** Returns what was typed since then. */
  typedAhead: () => string;
  typing: AbortController;
  /** Closes the panel unless the card returns. */
  leaving?: ReturnType<typeof setTimeout>;
}

/** One panel for all cards. */
export interface Panel {
  isOpen(paperId: PaperId): boolean;
  /** Opens it once the paper is saved. */
  open(wanted: WantedPanel): void;
  /** Re-anchors the panel, so that re-rendered cards do not close it while the reader writes. */
  moveTo(paperId: PaperId, anchor: HTMLElement, onToggled: () => void): void;
  /** Closes the panel, unless the card is soon re-rendered. */
  lose(paperId: PaperId, anchor: HTMLElement): void;
  /** Closes or cancels the panel of this or any paper; restores the focus. */
  close(paperId?: PaperId): void;
  /** Cancels a panel that is not open yet: the reader moved on, and it must not take the focus. */
  cancel(): void;
  /** Stores what was typed for a panel that never opened. */
  keepTyped(wanted: WantedPanel): void;
  /** Opens or redraws the panel of that paper. */
  draw(paperId: PaperId): void;
}

/**
 * Collects what is typed from now on for a field of the panel; a click opens it at no text field.
 * @param onLeft called when the reader moves on before the field is there, or leaves the page
 */
export function wantPanel(
  document: Document,
  request: PanelRequest,
  onLeft: () => void,
  signal: AbortSignal,
): WantedPanel {
  const focused = document.activeElement;
  const opener = focused instanceof HTMLElement && focused !== request.anchor ? focused : null;
  const typing = new AbortController();
  const ends = AbortSignal.any([signal, typing.signal]);
  const typedAhead = request.at === 'status' ? () => '' : typeAhead(document, ends, onLeft);
  return { ...request, opener, typedAhead, typing };
}
