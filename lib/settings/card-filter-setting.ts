import * as v from 'valibot';
import {
  DEFAULT_CARD_FILTER as DEFAULTS,
  FILTER_EFFECTS,
  type CardFilter,
} from '@/lib/papers/card-filter';
import { storedValue } from './stored-value';

/** Which cards are filtered, and how. */
export const cardFilter = storedValue<CardFilter>(
  'cardFilter',
  v.object({
    onlyNew: v.fallback(v.boolean(), DEFAULTS.onlyNew),
    seen: v.fallback(v.boolean(), DEFAULTS.seen),
    read: v.fallback(v.boolean(), DEFAULTS.read),
    dismissed: v.fallback(v.boolean(), DEFAULTS.dismissed),
    how: v.fallback(v.picklist(FILTER_EFFECTS), DEFAULTS.how),
  }),
  DEFAULTS,
);
