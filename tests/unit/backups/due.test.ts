import { describe, expect, it } from 'vitest';
import { isTimeForCopy, isWorthCopy, type CopyHistory } from '@/lib/backups/due';
import { DAY_MS, HOUR_MS } from '@/lib/shared/day';
import { aCopy } from './a-backup-file';

const NOW = Date.UTC(2026, 10, 23, 9);

function history(facts: Partial<CopyHistory> = {}): CopyHistory {
  return { schedule: { every: 'day', keep: 5 }, copies: [], failure: null, ...facts };
}

describe('the time for a copy', () => {
  it('never comes while automatic copies are off', () => {
    expect(isTimeForCopy(history({ schedule: { every: 'off', keep: 5 } }), NOW)).toBe(false);
  });

  it('has come when there is none', () => expect(isTimeForCopy(history(), NOW)).toBe(true));

  it.each([
    ['day', 1],
    ['week', 7],
    ['month', 30],
  ] as const)('comes once a %s', (every, days) => {
    const made = (at: number) => history({ schedule: { every, keep: 5 }, copies: [aCopy(at)] });
    expect(isTimeForCopy(made(NOW - days * DAY_MS + 1), NOW)).toBe(false);
    expect(isTimeForCopy(made(NOW - days * DAY_MS), NOW)).toBe(true);
  });

  it('does not wait for a copy that the reader made', () => {
    const copies = [aCopy(NOW - HOUR_MS, { automatic: false }), aCopy(NOW - 2 * DAY_MS)];
    expect(isTimeForCopy(history({ copies }), NOW)).toBe(true);
  });

  it('waits an hour after a failure', () => {
    const failed = (at: number) => history({ failure: { at, code: 'copy-failed' } });
    expect(isTimeForCopy(failed(NOW - HOUR_MS + 1), NOW)).toBe(false);
    expect(isTimeForCopy(failed(NOW - HOUR_MS), NOW)).toBe(true);
  });

  it('is not held up by a clock that was set back', () => {
    const failure = { at: NOW + DAY_MS, code: 'copy-failed' } as const;
    expect(isTimeForCopy(history({ copies: [aCopy(NOW + 9 * DAY_MS)], failure }), NOW)).toBe(true);
  });

  it('is not come again and again while a copy made by a clock ahead is listed', () => {
    const copies = [aCopy(NOW + 9 * DAY_MS), aCopy(NOW - HOUR_MS)];
    expect(isTimeForCopy(history({ copies }), NOW)).toBe(false);
  });
});

describe('a copy', () => {
  const standing = { entries: 3, updatedAt: NOW, dismissals: 1 };

  it('is not worth it for an empty library', () => {
    const empty = { entries: 0, updatedAt: 0, dismissals: 0 };
    expect(isWorthCopy([], empty, NOW)).toBe(false);
    // Emptied, or lost: what there was is in the copy, and stays there.
    expect(isWorthCopy([aCopy(NOW - DAY_MS, { standing })], empty, NOW)).toBe(false);
    expect(isWorthCopy([], standing, NOW)).toBe(true);
  });

  it('is not worth it when nothing changed since the last automatic one', () => {
    const last = aCopy(NOW - DAY_MS, { standing });
    expect(isWorthCopy([last], standing, NOW)).toBe(false);
    const byHand = aCopy(NOW, { automatic: false, standing: { entries: 1, updatedAt: 1 } });
    expect(isWorthCopy([byHand, last], standing, NOW)).toBe(false);
    const ahead = aCopy(NOW + DAY_MS, { standing: { entries: 3, updatedAt: NOW + DAY_MS } });
    expect(isWorthCopy([ahead, last], standing, NOW)).toBe(false);
  });

  it.each([
    ['an edit', { updatedAt: NOW + 1 }],
    ['an emptied trash', { entries: 2 }],
    ['an undo, which sets times back', { updatedAt: NOW - 1 }],
    ['a dismissal', { dismissals: 2 }],
    ['a dismissal that was taken back', { dismissals: 0 }],
  ])('is worth it after %s', (_, change) => {
    const last = aCopy(NOW - DAY_MS, { standing });
    expect(isWorthCopy([last], { ...standing, ...change }, NOW)).toBe(true);
  });

  it('of an older version, which did not count dismissals, is judged by the rest', () => {
    const last = aCopy(NOW - DAY_MS, { standing: { entries: 3, updatedAt: NOW } });
    expect(isWorthCopy([last], standing, NOW)).toBe(false);
    expect(isWorthCopy([last], { ...standing, entries: 4 }, NOW)).toBe(true);
  });
});
