import type { LibraryContext } from '@/lib/library/context';
import { dailyFetchState, type DailyFetchState } from '@/lib/settings/daily-fetch-state';
import { pruneState } from './due-lists';

const LOCK = 'papershelf-daily-fetch';

/** Runs work on the state under its lock. */
export async function withStateLock<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(LOCK, work);
}

/** The stored state, pruned. */
export async function currentState({ now }: Pick<LibraryContext, 'now'>): Promise<DailyFetchState> {
  return pruneState(await dailyFetchState.read(), now());
}

/** Changes the state; call within `withStateLock`. */
export async function changeState(
  library: Pick<LibraryContext, 'now'>,
  to: (state: DailyFetchState) => Partial<DailyFetchState>,
): Promise<void> {
  const state = await currentState(library);
  await dailyFetchState.write({ ...state, ...to(state) });
}
