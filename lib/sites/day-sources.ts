import { huggingfaceDays } from './huggingface/days';
import type { DaySource } from './site';

/**
 * Sites whose daily list can be fetched. Separate from `sites`, to keep it out of the content
 * script.
 */
export const daySources: readonly DaySource[] = [huggingfaceDays];
