import type { PanelPlace } from '@/lib/content-script/listing/listing-views';
import type { ShownPapers } from '@/lib/content-script/shown-papers';
import type { PanelField } from '@/lib/keyboard/typed-edits';
import type { SendMessage } from '@/lib/messaging/client';
import type { PaperId } from '@/lib/papers/paper-id';

export interface PanelPage {
  papers: ShownPapers;
  isAlive: () => boolean;
  sendMessage: SendMessage;
}

export interface PanelRequest extends PanelPlace {
  paperId: PaperId;
  at: PanelField;
}

/** One for all cards. */
export interface Panel {
  /** False while it waits for the paper to be saved. */
  isOpen(paperId: PaperId): boolean;
  /** Opens at no text field, or closes. */
  toggle(paperId: PaperId, place: PanelPlace): void;
  /** Opens at a field, once the paper is saved. */
  open(request: PanelRequest): void;
  /** Re-anchors the panel: re-rendered cards must not close it while the reader writes. */
  moveTo(paperId: PaperId, place: PanelPlace): void;
  /** Closes unless the card soon returns. */
  lose(paperId: PaperId, anchor: HTMLElement): void;
  /**
   * Closes or cancels this or any paper's panel; restores the focus. With unstored words, the panel
   * asks first.
   */
  close(paperId?: PaperId): void;
  /** Opens or redraws that paper's panel. */
  draw(paperId: PaperId): void;
}
