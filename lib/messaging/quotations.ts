import { browser, type Browser } from 'wxt/browser';
import type { QuotationUndo } from '@/lib/library/quotations/quote';
import type { PaperId } from '@/lib/papers/paper-id';

export interface QuotationAdded extends QuotationUndo {
  paperId: PaperId;
}

interface Message {
  papershelfQuotation: QuotationAdded;
}

/** Sends a quotation to a tab's page; false without a content script. */
export async function sendQuotation(tabId: number, addition: QuotationAdded): Promise<boolean> {
  const message: Message = { papershelfQuotation: addition };
  return (await browser.tabs.sendMessage(tabId, message).catch(() => undefined)) === true;
}

/** Calls `onAdded` for quotations added for this tab. */
export function onQuotation(
  onAdded: (addition: QuotationAdded) => void,
  signal: AbortSignal,
): void {
  const listener = (
    message: unknown,
    sender: Browser.runtime.MessageSender,
    sendResponse: (shown: true) => void,
  ): undefined => {
    if (!isMessage(message) || sender.id !== browser.runtime.id) return;
    onAdded(message.papershelfQuotation);
    sendResponse(true);
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}

// Not validated: the background sends it.
function isMessage(message: unknown): message is Message {
  return message instanceof Object && 'papershelfQuotation' in message;
}
