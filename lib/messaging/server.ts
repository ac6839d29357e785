import * as v from 'valibot';
import { browser, type Browser } from 'wxt/browser';
import { asFailure, Failure } from '@/lib/shared/failure';
import { isRequest, type Request, type Response } from './envelope';
import { PAYLOADS, type AnswerOf, type MessageType, type PayloadOf } from './protocol';

/** The handler of each message. */
export type Handlers = { [T in MessageType]: (payload: PayloadOf<T>) => Promise<AnswerOf<T>> };

/**
 * Answers the extension's scripts and pages. Only for the background: a second listener would race
 * it. Validates payloads; runs a retried pending request once.
 */
export function handleMessages(handlers: Handlers): void {
  /** By message id. */
  const underWay = new Map<string, Promise<Response>>();
  const answerOnce = ({ id, papershelf, payload }: Request): Promise<Response> => {
    const answering =
      underWay.get(id) ?? answer(handlers, papershelf, payload).finally(() => underWay.delete(id));
    underWay.set(id, answering);
    return answering;
  };
  browser.runtime.onMessage.addListener(
    (message: unknown, sender: Browser.runtime.MessageSender, sendResponse) => {
      if (!isRequest(message) || sender.id !== browser.runtime.id) return;
      void answerOnce(message).then(sendResponse);
      // Keeps the channel open; some browsers do not accept a returned promise.
      return true;
    },
  );
}

async function answer(handlers: Handlers, type: string, payload: unknown): Promise<Response> {
  try {
    if (!isMessageType(type)) throw new Failure('malformed', type);
    return { ok: true, value: await handle(handlers, type, payload) };
  } catch (error) {
    const failure = asFailure(error);
    console.error('Papershelf could not answer', type, failure);
    return { ok: false, code: failure.code };
  }
}

function handle<T extends MessageType>(handlers: Handlers, type: T, payload: unknown) {
  const parsed = v.safeParse(PAYLOADS[type], payload);
  if (!parsed.success) throw new Failure('malformed', v.summarize(parsed.issues));
  return handlers[type](parsed.output);
}

function isMessageType(type: string): type is MessageType {
  return Object.hasOwn(PAYLOADS, type);
}
