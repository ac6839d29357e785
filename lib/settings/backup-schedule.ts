import * as v from 'valibot';
import { storedValue } from './stored-value';

export const INTERVALS = ['day', 'week', 'month'] as const;
export type Interval = (typeof INTERVALS)[number];

/** Limits of `keep`. */
export const KEEP = { min: 1, max: 50 } as const;

export interface BackupSchedule {
  every: Interval | 'off';
  /** Automatic backups to keep; the oldest are removed. */
  keep: number;
}

const DEFAULTS: BackupSchedule = { every: 'off', keep: 5 };

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
