import type { FetchFailure } from '@/lib/settings/daily-fetch-state';
import { retryAfterMs } from './backoff';

/** Request timeout, ms; less than browsers let workers wait. */
const TIMEOUT = 25_000;
/** Response limit, bytes; 100 papers take less than one million. */
const LONGEST = 8_000_000;

export interface FetchOutcome {
  /** Parsed JSON; undefined without a list. */
  answer?: unknown;
  failure?: FetchFailure;
  /** The wait that the site requests, ms. */
  wait: number;
}

/**
 * Requests a list, without cookies or referrer. Redirects fail: no other address is contacted.
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

/** Undefined also for days without a list (400, 404). */
function failureOf(status: number): FetchFailure | undefined {
  if (status === 200 || status === 400 || status === 404) return undefined;
  return status === 429 || status === 503 ? 'busy' : 'refused';
}

/** @throws when the response breaks off */
async function read(response: Response): Promise<Omit<FetchOutcome, 'wait'>> {
  const text = await textOf(response);
  if (text === undefined) return { failure: 'unreadable' };
  try {
    return { answer: JSON.parse(text) as unknown };
  } catch {
    return { failure: 'unreadable' };
  }
}

/** Undefined if too long. */
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
