import { huggingfaceDays } from './huggingface/days';
import type { DaySource } from './site';

/**
 * Every site whose daily list can be fetched: one line each. Beside `sites`, so that the content
 * script carries nothing of it.
 */
export const daySources: readonly DaySource[] = [huggingfaceDays];
