import * as v from 'valibot';
import { FAILURE_CODES, type FailureCode } from '@/lib/shared/failure';
import { time } from '@/lib/papers/schemas';
import { storedValue } from './stored-value';

export interface BackupFailure {
  /** ms since epoch. */
  at: number;
  code: FailureCode;
}

/** The last try's failure; null after a success or before the first. */
export const backupFailure = storedValue<BackupFailure | null>(
  // The key of earlier releases.
  'copyFailure',
  v.nullable(v.object({ at: time, code: v.picklist(FAILURE_CODES) })),
  null,
);
