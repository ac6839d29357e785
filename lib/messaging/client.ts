import { browser } from 'wxt/browser';
import { Failure } from '@/lib/shared/failure';
import { isResponse, type Request } from './envelope';
import type { AnswerOf, MessageType, PayloadOf } from './protocol';

/**
 * How long an answer is waited for before the message is sent again, ms. While a release takes the
 * place of another, Chromium loses messages without a word (seen in 156, as the browser starts).
 */
const PATIENCE = 1000;

/**
 * Asks the background. One that seems not to have got the message, or that died over it, is asked
 * again: every message may be sent more than once.
 * @throws Failure with the background's code; `outdated-page` when the extension was updated or
 *   removed under this page; `no-answer` when nobody answers
 */
export async function sendMessage<T extends MessageType>(
  type: T,
  payload: PayloadOf<T>,
): Promise<AnswerOf<T>> {
  const request: Request = { papershelf: type, payload, id: crypto.randomUUID() };
  const early = await Promise.race([send(request), patience()]);
  // What is only slow is done once, and answers both.
  const answer = early ?? (await send(request)) ?? (await send(request));
  if (answer === undefined) throw new Failure('no-answer', type);
  if (!answer.ok) throw new Failure(answer.code, type);
  // The background is ours and answers by the protocol, so its value is not checked again.
  return answer.value as AnswerOf<T>;
}

/** How code that runs in a content script reaches the background; tests pass a fake. */
export type SendMessage = typeof sendMessage;

/** The answer, undefined when there was none. */
async function send(request: Request) {
  // After an update the old content script lives on, cut off from its extension.
  if (!isConnected()) throw new Failure('outdated-page', request.papershelf);
  try {
    const answer: unknown = await browser.runtime.sendMessage(request);
    return isResponse(answer) ? answer : undefined;
  } catch (error) {
    if (!isConnected()) throw new Failure('outdated-page', error);
    return undefined;
  }
}

function patience(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE));
}

/** Whether the extension that this script came from is still there, and has not been updated. */
export function isConnected(): boolean {
  return browser.runtime?.id !== undefined;
}
