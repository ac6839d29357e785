import * as v from 'valibot';
import type { Day } from '../papers/day';
import { day } from '../papers/schemas';
import { storedValue } from './stored-value';

/** The day on which sightings were last thinned; null before the first time. */
export const sightingsThinnedOn = storedValue<Day | null>(
  'sightingsThinnedOn',
  v.nullable(day),
  null,
);
