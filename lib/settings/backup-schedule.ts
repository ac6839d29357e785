import * as v from 'valibot';
import { storedValue } from './stored-value';

/** How often a copy is made by itself, without `off`. */
export const INTERVALS = ['day', 'week', 'month'] as const;
export type Interval = (typeof INTERVALS)[number];

/** How many automatic copies can be kept. */
export const KEEP = { min: 1, max: 50 } as const;

export interface BackupSchedule {
  every: Interval | 'off';
  /** How many automatic copies are kept; older ones are removed. */
  keep: number;
}

/** The schedule of a new library. */
const DEFAULTS: BackupSchedule = { every: 'off', keep: 5 };

/** When the library is copied by itself, as the reader chose it. */
export const backupSchedule = storedValue<BackupSchedule>(
  'backup',
  v.object({
    every: v.fallback(v.picklist(['off', ...INTERVALS]), DEFAULTS.every),
    keep: v.fallback(
      v.pipe(v.number(), v.integer(), v.minValue(KEEP.min), v.maxValue(KEEP.max)),
      DEFAULTS.keep,
    ),
  }),
  DEFAULTS,
);
