import { browser, type Browser } from 'wxt/browser';
import type { QuotationUndo } from '@/lib/library/quotations/quote';
import type { PaperId } from '@/lib/papers/paper-id';

/** A quotation that was added to a note, and what takes it back. */
export interface QuotationAdded extends QuotationUndo {
  paperId: PaperId;
}

interface Message {
  papershelfQuotation: QuotationAdded;
}

/** Tells the page in a tab. Whether it showed it: where no content script is, nobody does. */
export async function sendQuotation(tabId: number, news: QuotationAdded): Promise<boolean> {
  const message: Message = { papershelfQuotation: news };
  return (await browser.tabs.sendMessage(tabId, message).catch(() => undefined)) === true;
}

/** Calls `onNews` with each quotation that the background added for this tab. */
export function onQuotation(onNews: (news: QuotationAdded) => void, signal: AbortSignal): void {
  const listener = (
    message: unknown,
    sender: Browser.runtime.MessageSender,
    sendResponse: (shown: true) => void,
  ): undefined => {
    if (!isMessage(message) || sender.id !== browser.runtime.id) return;
    onNews(message.papershelfQuotation);
    sendResponse(true);
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}

// It comes from our own background, so what is in it is not checked again.
function isMessage(message: unknown): message is Message {
  return message instanceof Object && 'papershelfQuotation' in message;
}
