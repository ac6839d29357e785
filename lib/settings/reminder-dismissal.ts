import { time } from '@/lib/papers/schemas';
import { storedValue } from './stored-value';

/** Last dismissal of the backup reminder, ms since epoch; 0 for never. */
export const reminderDismissedAt = storedValue<number>('reminderDismissedAt', time, 0);
