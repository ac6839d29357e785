import * as v from 'valibot';
import type { Day } from '@/lib/shared/day';
import { day } from '@/lib/papers/schemas';
import { storedValue } from './stored-value';

/** The day on which sightings were last thinned; null before the first time. */
export const sightingsThinnedOn = storedValue<Day | null>(
  'sightingsThinnedOn',
  v.nullable(day),
  null,
);
