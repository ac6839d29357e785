import { browser, type Browser } from 'wxt/browser';
import type { ExportChoice } from '@/lib/export/format';
import type { PaperState } from '@/lib/library/paper-state';
import type { PanelField } from '@/lib/keyboard/typed-edits';
import type { Entry } from '@/lib/papers/entry';
import type { Paper } from '@/lib/papers/paper';

/** The extension page that content scripts show in a frame. */
export const FRAME_PAGE = '/panel.html';

/** Bulk actions that open a frame. */
export type BulkMenu = 'tag' | 'status' | 'export';

export type FrameView =
  | { kind: 'panel'; title: string; entry: Entry; startsAt: PanelField }
  | {
      kind: BulkMenu;
      /** In page order. */
      papers: Paper[];
      exportChoices: ExportChoice[];
    };

/** From the content script to its frame. */
export type ToFrame =
  | { kind: 'open'; view: FrameView }
  | { kind: 'theme'; dark: boolean }
  /** The frame has the focus. `typed`: text typed on the page before. */
  | { kind: 'shown'; typed: string }
  | { kind: 'moved' }
  /** The stored entry. */
  | { kind: 'entry'; entry: Entry }
  | { kind: 'undo' }
  /** Store the rest; answered by `left` or `unstored`. */
  | { kind: 'leave' }
  /** The reader wants to close it, but its note is not stored. */
  | { kind: 'ask' };

/** From a frame to its content script. */
export type FromFrame =
  /** Height of the content, px; the first means that it is drawn. */
  | { kind: 'size'; height: number }
  /** Sent when it changes. */
  | { kind: 'focus'; hasFocus: boolean }
  | { kind: 'states'; states: PaperState[] }
  /** Shows its action's result instead of the menu. */
  | { kind: 'result'; canUndo: boolean }
  /** Whether it holds an unstored note. */
  | { kind: 'unstored'; unstored: boolean }
  /** The reader wants to close it; `anyway`: with unstored words. */
  | { kind: 'close'; anyway: boolean }
  /** All is stored. */
  | { kind: 'left' };

interface Question {
  papershelfFrame: string;
}

/**
 * Whether the content script of this frame's tab handed out `token`, confirmed once. A page cannot
 * answer, and a frame that it embeds gets no token.
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

/** Relays `confirmToken`, in the background. */
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
  // Content scripts run in the top frame only.
  const answer: unknown = await browser.tabs
    .sendMessage(tabId, question, { frameId: 0 })
    .catch(() => false);
  return answer === true;
}

/** Answers `confirmToken`; `claim` returns true once per token handed out. */
export function answerTokens(claim: (token: string) => boolean, signal: AbortSignal): void {
  const listener = (
    message: unknown,
    sender: Browser.runtime.MessageSender,
    sendResponse: (isClaimed: true) => void,
  ): undefined => {
    if (!isQuestion(message) || sender.id !== browser.runtime.id) return;
    // Another copy of the script may know it.
    if (claim(message.papershelfFrame)) sendResponse(true);
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}

function isQuestion(message: unknown): message is Question {
  return message instanceof Object && 'papershelfFrame' in message;
}
