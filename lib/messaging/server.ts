import * as v from 'valibot';
import { browser, type Browser } from 'wxt/browser';
import { asFailure, Failure, FAILURE_CODES } from '@/lib/shared/failure';
import { isRequest, type Request, type Response } from './envelope';
import { PAYLOADS, type AnswerOf, type MessageType, type PayloadOf } from './protocol';
import { isMessageType, maySend } from './senders';

export type Handlers = { [T in MessageType]: (payload: PayloadOf<T>) => Promise<AnswerOf<T>> };

/**
 * Answers messages, in the background only: other listeners would race. Refuses messages that their
 * sender may not send (`senders.ts`), validates payloads, and runs a retried pending request once.
 */
export function handleMessages(handlers: Handlers): void {
  /** By message id. */
  const underWay = new Map<string, Promise<Response>>();
  const answerOnce = (type: MessageType, { id, payload }: Request): Promise<Response> => {
    const answering =
      underWay.get(id) ?? answer(handlers, type, payload).finally(() => underWay.delete(id));
    underWay.set(id, answering);
    return answering;
  };
  browser.runtime.onMessage.addListener(
    (message: unknown, sender: Browser.runtime.MessageSender, sendResponse) => {
      if (!isRequest(message) || sender.id !== browser.runtime.id) return;
      const type = message.papershelf;
      if (isMessageType(type) && maySend(sender, type)) {
        void answerOnce(type, message).then(sendResponse);
      } else {
        console.error('Papershelf refused', type, 'from', sender.url);
        sendResponse({ ok: false, code: 'malformed' } satisfies Response);
      }
      // Keeps the channel open; not all browsers accept a promise.
      return true;
    },
  );
}

async function answer(handlers: Handlers, type: MessageType, payload: unknown): Promise<Response> {
  try {
    return { ok: true, value: await handle(handlers, type, payload) };
  } catch (error) {
    const failure = asFailure(error);
    console.error('Papershelf could not answer', type, failure);
    return { ok: false, code: failure.code };
  }
}

function handle<T extends MessageType>(handlers: Handlers, type: T, payload: unknown) {
  const parsed = v.safeParse(PAYLOADS[type], payload);
  if (!parsed.success) {
    const { issues } = parsed;
    const code = FAILURE_CODES.find((one) => issues.some(({ message }) => message === one));
    throw new Failure(code ?? 'malformed', v.summarize(issues));
  }
  return handlers[type](parsed.output);
}
