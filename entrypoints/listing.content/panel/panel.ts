import type { PanelPlace } from '@/lib/content-script/listing/listing-views';
import type { ShownPapers } from '@/lib/content-script/shown-papers';
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
export interface PanelRequest extends PanelPlace {
  paperId: PaperId;
  at: PanelField;
}

/** One panel for all cards. */
export interface Panel {
  isOpen(paperId: PaperId): boolean;
  toggle(paperId: PaperId, place: PanelPlace): void;
  /** Opens the panel at a field, once the paper is saved. */
  open(request: PanelRequest): void;
  /** Re-anchors the panel, so that re-rendered cards do not close it while the reader writes. */
  moveTo(paperId: PaperId, place: PanelPlace): void;
  /** Closes the panel, unless the card is soon re-rendered. */
  lose(paperId: PaperId, anchor: HTMLElement): void;
  /** Closes or cancels the panel of this or any paper; restores the focus. */
  close(paperId?: PaperId): void;
  /** Opens or redraws the panel of that paper. */
  draw(paperId: PaperId): void;
}
