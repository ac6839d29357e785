import { browser, type Browser } from 'wxt/browser';
import type { ExportChoice } from '@/lib/export/format';
import type { PaperState } from '@/lib/library/paper-state';
import type { PanelField } from '@/lib/keyboard/typed-edits';
import type { Entry } from '@/lib/papers/entry';
import type { Paper } from '@/lib/papers/paper';

/** Page of the extension that a content script shows in a frame. */
export const FRAME_PAGE = '/panel.html';

/** The bulk actions that open a frame. */
export type BulkMenu = 'tag' | 'status' | 'export';

/** What a frame shows. */
export type FrameView =
  | { kind: 'panel'; title: string; entry: Entry; startsAt: PanelField }
  | {
      kind: BulkMenu;
      /** The selected papers, in page order. */
      papers: Paper[];
      exportChoices: ExportChoice[];
    };

/** Messages of the content script to its frame. */
export type ToFrame =
  | { kind: 'open'; view: FrameView }
  | { kind: 'theme'; dark: boolean }
  /** The frame is on screen and has the focus. `typed`: text typed on the page until then. */
  | { kind: 'shown'; typed: string }
  /** The frame was moved. */
  | { kind: 'moved' }
  /** The stored entry. */
  | { kind: 'entry'; entry: Entry }
  /** Undo the change. */
  | { kind: 'undo' }
  /** Store what is left; answered by `left` or `unstored`. */
  | { kind: 'leave' }
  /** The reader wants to close it, but its note is not stored. */
  | { kind: 'ask' };

/** Messages of a frame to its content script. */
export type FromFrame =
  /** The height of its content, px; the first one also says that it is drawn. */
  | { kind: 'size'; height: number }
  /** New states of papers, after a change. */
  | { kind: 'states'; states: PaperState[] }
  /** It shows the result of its action instead of the menu. */
  | { kind: 'result'; canUndo: boolean }
  /** Whether it holds a note that could not be stored. */
  | { kind: 'unstored'; unstored: boolean }
  /** The reader wants to close it; `anyway`: with words that are not stored. */
  | { kind: 'close'; anyway: boolean }
  /** All is stored. */
  | { kind: 'left' };

/** A frame's question to the content script of its tab. */
interface Question {
  papershelfFrame: string;
}

/**
 * Asks the content script of this frame's tab whether it handed out `token`, which it confirms
 * once. Nothing that a page does can answer: a frame that the page embedded gets no token.
 */
export async function confirmToken(token: string): Promise<boolean> {
  const question: Question = { papershelfFrame: token };
  // Firefox has no `tabs` in such a frame (seen in 153).
  if (browser.tabs === undefined) {
    return (await browser.runtime.sendMessage(question).catch(() => false)) === true;
  }
  const tab = await browser.tabs.getCurrent();
  return ask(tab?.id, question);
}

/** Passes the question of `confirmToken` on, in the background. */
export function relayTokens(): void {
  browser.runtime.onMessage.addListener(
    (message: unknown, sender: Browser.runtime.MessageSender, sendResponse) => {
      if (!isQuestion(message) || sender.id !== browser.runtime.id) return;
      void ask(sender.tab?.id, message).then(sendResponse);
      return true;
    },
  );
}

async function ask(tabId: number | undefined, question: Question): Promise<boolean> {
  if (tabId === undefined) return false;
  // The content script runs in the top frame only.
  const answer: unknown = await browser.tabs
    .sendMessage(tabId, question, { frameId: 0 })
    .catch(() => false);
  return answer === true;
}

/** Answers `confirmToken`; `claim` returns true once for each token that was handed out. */
export function answerTokens(claim: (token: string) => boolean, signal: AbortSignal): void {
  const listener = (
    message: unknown,
    sender: Browser.runtime.MessageSender,
    sendResponse: (isClaimed: true) => void,
  ): undefined => {
    if (!isQuestion(message) || sender.id !== browser.runtime.id) return;
    // Another copy of the content script may know it.
    if (claim(message.papershelfFrame)) sendResponse(true);
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}

function isQuestion(message: unknown): message is Question {
  return message instanceof Object && 'papershelfFrame' in message;
}
