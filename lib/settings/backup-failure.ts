import * as v from 'valibot';
import { FAILURE_CODES, type FailureCode } from '@/lib/shared/failure';
import { time } from '@/lib/papers/schemas';
import { storedValue } from './stored-value';

/** Why the last automatic copy could not be made. */
export interface BackupFailure {
  /** ms since epoch. */
  at: number;
  code: FailureCode;
}

/** The failure of the last try; null after one that succeeded, or before the first. */
export const backupFailure = storedValue<BackupFailure | null>(
  'backupFailure',
  v.nullable(v.object({ at: time, code: v.picklist(FAILURE_CODES) })),
  null,
);
