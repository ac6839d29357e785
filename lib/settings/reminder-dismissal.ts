import { time } from '@/lib/papers/schemas';
import { storedValue } from './stored-value';

/** When the backup reminder was last put off, ms since epoch; 0 for never. */
export const reminderDismissedAt = storedValue<number>('reminderDismissedAt', time, 0);
