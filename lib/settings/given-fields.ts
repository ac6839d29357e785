import * as v from 'valibot';
import { PAPER_FACTS } from '@/lib/papers/schemas';
import type { Paper } from '@/lib/papers/paper';
import { storedValue } from './stored-value';

const FIELDS = Object.keys(PAPER_FACTS) as (keyof Paper)[];

/** Fields in the last healthy reading, by site and kind of listing (`hf/daily`). */
export const givenBySite = storedValue<Record<string, (keyof Paper)[]>>(
  'givenFields',
  v.record(v.string(), v.array(v.picklist(FIELDS))),
  {},
);
