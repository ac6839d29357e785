import * as v from 'valibot';
import type { Day } from '@/lib/shared/day';
import { day } from '@/lib/papers/schemas';
import { storedValue } from './stored-value';

/** Day of the last thinning; null for never. */
export const sightingsThinnedOn = storedValue<Day | null>(
  'sightingsThinnedOn',
  v.nullable(day),
  null,
);
