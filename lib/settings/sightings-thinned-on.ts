import * as v from 'valibot';
import { isDay, type Day } from '../papers/day';
import { storedValue } from './stored-value';

/** The day on which sightings were last thinned; null before the first time. */
export const sightingsThinnedOn = storedValue<Day | null>(
  'sightingsThinnedOn',
  v.nullable(v.custom<Day>(isDay)),
  null,
);
