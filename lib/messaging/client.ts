import { browser } from 'wxt/browser';
import { Failure } from '@/lib/shared/failure';
import { sleep } from '@/lib/shared/sleep';
import { isResponse, type Request } from './envelope';
import type { AnswerOf, MessageType, PayloadOf } from './protocol';

/**
 * Time before the message is sent again, ms. During an extension update, Chromium silently loses
 * messages (seen in 156, at browser start).
 */
const RESEND_AFTER = 1000;

/**
 * Sends a message to the background, again if it was lost or the background died: messages may
 * arrive repeatedly.
 * @throws Failure with the background's code; `outdated-page` when the extension was updated or
 *   removed; `no-answer`
 */
export async function sendMessage<T extends MessageType>(
  type: T,
  payload: PayloadOf<T>,
): Promise<AnswerOf<T>> {
  const request: Request = { papershelf: type, payload, id: crypto.randomUUID() };
  const early = await Promise.race([send(request), sleep(RESEND_AFTER)]);
  // The background deduplicates: a slow request runs once and answers both.
  const answer = early ?? (await send(request)) ?? (await send(request));
  if (answer === undefined) throw new Failure('no-answer', type);
  if (!answer.ok) throw new Failure(answer.code, type);
  // Not validated: the background is trusted.
  return answer.value as AnswerOf<T>;
}

/** Injected into content-script code for tests. */
export type SendMessage = typeof sendMessage;

async function send(request: Request) {
  // Old content scripts survive an update, disconnected.
  if (!isConnected()) throw new Failure('outdated-page', request.papershelf);
  try {
    const answer: unknown = await browser.runtime.sendMessage(request);
    return isResponse(answer) ? answer : undefined;
  } catch (error) {
    if (!isConnected()) throw new Failure('outdated-page', error);
    return undefined;
  }
}

/** False once the extension was updated or removed. */
export function isConnected(): boolean {
  return browser.runtime?.id !== undefined;
}
