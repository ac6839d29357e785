import { afterAll, describe, expect, test } from 'vitest';
import { EXPORT_FORMATS } from '@/lib/export/registry';
import { exportFileName } from '@/lib/export/format';
import { digestFileName } from '@/lib/export/digest';
import { ReadingCounter } from '@/lib/library/reading/reading-counts';
import { parseQuery } from '@/lib/query/parse-query';
import { printFilter } from '@/lib/query/print-query';
import type { Filter } from '@/lib/query/query';
import { localDayOf } from '@/lib/shared/local-day';
import { sightingOf } from '@/lib/papers/sighting';
import { aKnownPaper, anEntry } from '../fixtures/rows';

const former = process.env.TZ;
afterAll(() => {
  if (former === undefined) delete process.env.TZ;
  else process.env.TZ = former;
});

const savedIn = (text: string, now = 0): Extract<Filter, { kind: 'saved' }> => {
  const { condition, problems } = parseQuery(text, now);
  expect(problems, text).toEqual([]);
  if (condition.kind !== 'saved') throw new Error(text);
  return condition;
};
const holds = (text: string, time: number, now?: number): boolean => {
  const { from = -Infinity, before = Infinity } = savedIn(text, now);
  return time >= from && time < before;
};

// 04:30 on December 1 in UTC.
const TIME = Date.UTC(2026, 11, 1, 4, 30);

describe.each([
  ['America/Los_Angeles', '2026-11-30'],
  ['UTC', '2026-12-01'],
  ['Asia/Kolkata', '2026-12-01'],
  ['Pacific/Kiritimati', '2026-12-01'],
])('in %s', (zone, day) => {
  test('the day of a save is the reader’s', () => {
    process.env.TZ = zone;
    expect(localDayOf(TIME)).toBe(day);
    expect(holds(`saved:${day}`, TIME)).toBe(true);
    expect(holds('saved:today', TIME, TIME)).toBe(true);
    expect(holds('saved:yesterday', TIME, TIME)).toBe(false);
    expect(holds('saved:yesterday', TIME - 86_400_000, TIME)).toBe(true);
    expect(holds('saved:0d', TIME, TIME)).toBe(true);
    expect(printFilter(savedIn(`saved:${day}`))).toBe(`saved:${day}`);
  });

  test('exports and statistics go by it, sightings by UTC', () => {
    process.env.TZ = zone;
    const [format] = EXPORT_FORMATS;
    expect(exportFileName(format!, TIME)).toContain(day);
    expect(digestFileName(TIME)).toContain(day);
    const counter = new ReadingCounter(TIME);
    counter.add(anEntry({ savedAt: TIME }));
    expect(counter.stats()).toMatchObject({ today: day, saved: new Map([[day, 1]]) });
    expect(sightingOf({ key: 'x' }, { paper: aKnownPaper(), rank: 1 }, TIME).day).toBe(
      '2026-12-01',
    );
  });
});

test('adjacent days share no moment and miss none, also where summer time begins or ends', () => {
  // 23 and 25 hours; midnight skipped; midnight twice.
  for (const [zone, day, next] of [
    ['America/New_York', '2026-03-08', '2026-03-09'],
    ['Europe/Berlin', '2026-10-25', '2026-10-26'],
    ['Africa/Cairo', '2026-04-24', '2026-04-25'],
    ['America/Havana', '2026-11-01', '2026-11-02'],
  ] as const) {
    process.env.TZ = zone;
    const [here, after] = [savedIn(`saved:${day}`), savedIn(`saved:${next}`)];
    expect(here.before, zone).toBe(after.from);
    expect(localDayOf(here.from!), zone).toBe(day);
    expect(localDayOf(here.from! - 1) < day, zone).toBe(true);
    expect(localDayOf(here.before! - 1), zone).toBe(day);
    expect(localDayOf(here.before!), zone).toBe(next);
  }
});

test('after a change of the time zone each save is still on one day', () => {
  const times = Array.from({ length: 72 }, (_, hour) => TIME + hour * 3_600_000);
  for (const zone of ['America/Los_Angeles', 'Pacific/Kiritimati', 'UTC']) {
    process.env.TZ = zone;
    const counter = new ReadingCounter(TIME + 5 * 86_400_000);
    for (const savedAt of times) counter.add(anEntry({ savedAt }));
    const { saved } = counter.stats();
    expect(
      [...saved.values()].reduce((sum, count) => sum + count, 0),
      zone,
    ).toBe(72);
    for (const [day, count] of saved) {
      expect(times.filter((time) => holds(`saved:${day}`, time)).length, zone).toBe(count);
    }
  }
});

test('a week begins on the reader’s Monday', () => {
  process.env.TZ = 'America/Los_Angeles';
  // Sunday evening there, Monday in UTC.
  const now = Date.UTC(2026, 10, 30, 4);
  expect(printFilter(savedIn('saved:this-week', now))).toBe('saved:2026-11-23..2026-11-29');
  expect(printFilter(savedIn('saved:last-week', now))).toBe('saved:2026-11-16..2026-11-22');
});
