import type { FetchFailure } from '@/lib/settings/daily-fetch-state';
import { retryAfterMs } from './backoff';

/** How long an answer may take, ms; less than the browser lets a worker wait for one. */
const TIMEOUT = 25_000;
/** The longest answer that is read, bytes; a hundred papers take less than one million. */
const LONGEST = 8_000_000;

/** What came of one request. */
export interface FetchOutcome {
  /** The answer, parsed; undefined when there is no list at this address. */
  answer?: unknown;
  failure?: FetchFailure;
  /** How long the site asks to be left alone, ms. */
  wait: number;
}

/**
 * Asks for one list, with nothing that tells who asks: no cookies, no referrer. Never anywhere else,
 * so a redirect is a failure.
 * @param now ms since epoch
 */
export async function fetchList(address: string, now: () => number): Promise<FetchOutcome> {
  try {
    const response = await fetch(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      cache: 'no-cache',
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(TIMEOUT),
    });
    const wait = retryAfterMs(response.headers, now());
    const failure = failureOf(response.status);
    if (failure === undefined && response.ok) return { ...(await read(response)), wait };
    await response.body?.cancel();
    return failure === undefined ? { wait } : { failure, wait };
  } catch {
    return { failure: 'unreachable', wait: 0 };
  }
}

/** Undefined also for a day without a list: the site does not know it (400, 404). */
function failureOf(status: number): FetchFailure | undefined {
  if (status === 200 || status === 400 || status === 404) return undefined;
  return status === 429 || status === 503 ? 'busy' : 'refused';
}

/** @throws when the answer breaks off */
async function read(response: Response): Promise<Omit<FetchOutcome, 'wait'>> {
  const text = await textOf(response);
  if (text === undefined) return { failure: 'unreadable' };
  try {
    return { answer: JSON.parse(text) as unknown };
  } catch {
    return { failure: 'unreadable' };
  }
}

/** The whole text, undefined when it is too long. */
async function textOf({ body }: Response): Promise<string | undefined> {
  if (body === null) return '';
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > LONGEST) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
