import * as v from 'valibot';
import { DEFAULT_DIGEST_PERIOD, DIGEST_PERIODS, type DigestPeriod } from '@/lib/papers/digest';
import { storedValue } from './stored-value';

/** How far digest and badge reach back. */
export const digestPeriod = storedValue<DigestPeriod>(
  'digestPeriod',
  v.picklist(DIGEST_PERIODS),
  DEFAULT_DIGEST_PERIOD,
);
