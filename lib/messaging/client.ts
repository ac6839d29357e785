import { browser } from 'wxt/browser';
import { Failure } from '@/lib/shared/failure';
import { sleep } from '@/lib/shared/sleep';
import { isResponse, type Request, type Response } from './envelope';
import type { AnswerOf, MessageType, PayloadOf } from './protocol';

/**
 * Time before the message is sent again, ms, doubled each time. During an extension update, Chromium
 * silently loses messages (seen in 156, at browser start).
 */
const RESEND_AFTER = 1000;
const LONGEST_RESEND_AFTER = 60_000;
/** A background that dies this often will not answer. */
const MOST_DEATHS = 3;

/**
 * Sends a message to the background, again while it is lost or the background dies: it may arrive
 * more than once, but runs once and answers all.
 * @throws Failure with the background's code; `outdated-page` when the extension was updated or
 *   removed under this page; `no-answer` without an answer
 */
export async function sendMessage<T extends MessageType>(
  type: T,
  payload: PayloadOf<T>,
): Promise<AnswerOf<T>> {
  const answer = await answerTo({ papershelf: type, payload, id: crypto.randomUUID() });
  if (answer === undefined) throw new Failure('no-answer', type);
  if (!answer.ok) throw new Failure(answer.code, type);
  // Not validated: the background is the extension's own.
  return answer.value as AnswerOf<T>;
}

async function answerTo(request: Request): Promise<Response | undefined> {
  let sent: Promise<Response | undefined>[] = [];
  let resendAfter = RESEND_AFTER;
  for (let deaths = 0; deaths < MOST_DEATHS;) {
    sent.push(send(request));
    const limit = new AbortController();
    // oxlint-disable-next-line no-await-in-loop
    const answer = await Promise.race([
      firstAnswer(sent),
      sleep(resendAfter, limit.signal).then(() => 'late' as const),
    ]).finally(() => limit.abort());
    if (answer === 'late') {
      resendAfter = Math.min(2 * resendAfter, LONGEST_RESEND_AFTER);
    } else {
      if (answer !== undefined) return answer;
      deaths += 1;
      sent = [];
    }
  }
  return undefined;
}

/** Undefined when all remain without an answer. */
function firstAnswer(
  sent: readonly Promise<Response | undefined>[],
): Promise<Response | undefined> {
  return new Promise((resolve, reject) => {
    let waiting = sent.length;
    const settle = async (one: Promise<Response | undefined>): Promise<void> => {
      const answer = await one;
      waiting -= 1;
      if (answer !== undefined || waiting === 0) resolve(answer);
    };
    for (const one of sent) settle(one).catch(reject);
  });
}

/** Injected into content-script code for tests. */
export type SendMessage = typeof sendMessage;

async function send(request: Request): Promise<Response | undefined> {
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
