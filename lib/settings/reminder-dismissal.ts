import { time } from '@/lib/papers/schemas';
import { storedValue } from './stored-value';

/** When the reader last put off the reminder to make a copy, ms since epoch; 0 for never. */
export const reminderDismissedAt = storedValue<number>('reminderDismissedAt', time, 0);
