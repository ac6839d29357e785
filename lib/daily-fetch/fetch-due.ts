import type { LibraryContext } from '@/lib/library/context';
import { recordDay } from '@/lib/library/record/record-day';
import { dailyFetch } from '@/lib/settings/daily-fetch';
import { NOTHING_FETCHED, type FetchFailure } from '@/lib/settings/daily-fetch-state';
import { readDay } from '@/lib/sites/daily-lists';
import { fetchList } from './fetch-list';
import { mayFetch } from './permission';
import { dueLists, blockedUntil, type DayList } from './due-lists';
import { withLock } from '@/lib/shared/lock';
import { sleep } from '@/lib/shared/sleep';
import { changeState, currentState, STATE_LOCK } from './state';
import { FIRST_BACKOFF, backoff } from './backoff';

/** Between requests, ms. */
const SPACING = 2000;

/** Failures of one list: try the next, but stop after two. */
const OF_ONE_LIST: ReadonlySet<FetchFailure> = new Set(['refused', 'unreadable']);

/** Old enough to be pruned. */
const NEVER = 0;

interface Options {
  /** The reader's request, ms since epoch, replacing the schedule. */
  wantedAt?: number;
  pause?(ms: number): Promise<void>;
}

/**
 * Fetches and stores the due lists, if on and permitted. Serialized and idempotent: later calls
 * resume interrupted work.
 * @returns the number of pages fetched
 */
export function fetchDueLists(library: LibraryContext, options: Options = {}): Promise<number> {
  return withLock(STATE_LOCK, async () => {
    const { timesADay } = await dailyFetch.read();
    if (timesADay !== 0) return fetchAll(library, options);
    await resetState(library);
    return 0;
  });
}

/** Keeps what must survive switching off and on. */
async function resetState(library: LibraryContext): Promise<void> {
  if ((await currentState(library)).since === null) return;
  await changeState(library, ({ requestedAt, blockedUntil, notifiedAt }) => ({
    ...NOTHING_FETCHED,
    requestedAt,
    blockedUntil,
    notifiedAt,
  }));
}

async function fetchAll(
  library: LibraryContext,
  { wantedAt, pause = sleep }: Options,
): Promise<number> {
  const { now } = library;
  await changeState(library, ({ since }) =>
    since === null ? { since: now(), jitter: Math.random() } : {},
  );
  /** Requested once each, even if it failed or the clock changed. */
  const asked = new Set<string>();
  const failures: FetchFailure[] = [];
  /** Re-checked: the reader may switch it off, the site ask to wait. */
  const next = async (): Promise<DayList | undefined> => {
    const [setting, state] = await Promise.all([dailyFetch.read(), currentState(library)]);
    const waits = asked.size === 0 && wantedAt === undefined;
    if (Math.max(blockedUntil(state), waits ? state.retryAt : 0) > now()) return undefined;
    if (!(await mayFetch())) return undefined;
    return dueLists(setting, state, now(), wantedAt).find(({ address }) => !asked.has(address));
  };
  if (navigator.onLine === false) {
    if ((await next()) !== undefined) await waitForNetwork(library);
    return 0;
  }
  while ((await next()) !== undefined) {
    if (asked.size > 0) await pause(SPACING);
    const list = await next();
    if (list === undefined) break;
    asked.add(list.address);
    const failure = await fetchOne(library, list);
    if (failure === undefined) continue;
    await changeState(library, ({ failedAt }) => ({
      failedAt: { ...failedAt, [list.address]: now() },
    }));
    failures.push(failure);
    if (!OF_ONE_LIST.has(failure) || failures.length === 2) break;
  }
  if (asked.size > 0) await recordOutcome(library, failures[0]);
  return asked.size - failures.length;
}

async function fetchOne(
  library: LibraryContext,
  { site, day, page, address }: DayList,
): Promise<FetchFailure | undefined> {
  const { now } = library;
  // Before the request: it counts even if it ends the worker, and is not repeated at once.
  await changeState(library, ({ requestedAt }) => ({
    requestedAt: [...requestedAt, now()],
    retryAt: now() + FIRST_BACKOFF,
  }));
  const { answer, failure, wait } = await fetchList(address, now);
  if (wait > 0) await changeState(library, () => ({ blockedUntil: now() + wait }));
  if (failure !== undefined) return failure;
  const reading = answer === undefined ? undefined : readDay(site, answer, day, page);
  if (answer !== undefined && reading === undefined) return 'unreadable';
  const papers = reading?.cards.length ?? 0;
  const isFull = reading !== undefined && reading.cardsFound >= site.days.pageLength;
  if (reading !== undefined && papers > 0) {
    try {
      await recordDay(library, reading);
    } catch (error) {
      console.warn('Papershelf could not store the list of a day', error);
      return 'not-kept';
    }
  }
  // Last: an interrupted list is fetched and stored again.
  await changeState(library, ({ fetchedAt, fullAt, lastList }) => ({
    fetchedAt: { ...fetchedAt, [address]: now() },
    succeededAt: now(),
    fullAt: { ...fullAt, [address]: isFull ? now() : NEVER },
    // It may be older than the last.
    lastList:
      papers === 0 || (lastList !== null && lastList.day > day)
        ? lastList
        : { day, papers: page * site.days.pageLength + papers },
  }));
  return undefined;
}

async function recordOutcome(
  library: LibraryContext,
  why: FetchFailure | undefined,
): Promise<void> {
  const now = library.now();
  await changeState(library, (state) => {
    if (why === undefined) return { failures: 0, retryAt: 0, failure: null };
    const failures = state.failures + 1;
    const retryAt = now + backoff(failures, Math.random());
    return { failures, retryAt, failure: { at: now, why } };
  });
}

async function waitForNetwork(library: LibraryContext): Promise<void> {
  const at = library.now();
  await changeState(library, () => ({
    failure: { at, why: 'offline' },
    retryAt: at + FIRST_BACKOFF,
  }));
}
