import type { LibraryContext } from '@/lib/library/context';
import { dailyFetchState, type DailyFetchState } from '@/lib/settings/daily-fetch-state';
import { pruneState } from './due-lists';

const LOCK = 'papershelf-daily-fetch';

/** Does what reads and writes the state, when no other call is at it any more. */
export async function withStateLock<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(LOCK, work);
}

/** The state as it holds now. */
export async function currentState({ now }: Pick<LibraryContext, 'now'>): Promise<DailyFetchState> {
  return pruneState(await dailyFetchState.read(), now());
}

/** Changes the state; within `withStateLock`. */
export async function changeState(
  library: Pick<LibraryContext, 'now'>,
  to: (state: DailyFetchState) => Partial<DailyFetchState>,
): Promise<void> {
  const state = await currentState(library);
  await dailyFetchState.write({ ...state, ...to(state) });
}
