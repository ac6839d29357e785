import type { LibraryContext } from '@/lib/library/context';
import { dailyFetchState, type DailyFetchState } from '@/lib/settings/daily-fetch-state';
import { pruneState } from './due-lists';

/** Held while reading and changing the state. */
export const STATE_LOCK = 'papershelf-daily-fetch';

/** The stored state, pruned. */
export async function currentState({ now }: Pick<LibraryContext, 'now'>): Promise<DailyFetchState> {
  return pruneState(await dailyFetchState.read(), now());
}

/** Call while holding `STATE_LOCK`. */
export async function changeState(
  library: Pick<LibraryContext, 'now'>,
  to: (state: DailyFetchState) => Partial<DailyFetchState>,
): Promise<void> {
  const state = await currentState(library);
  await dailyFetchState.write({ ...state, ...to(state) });
}
