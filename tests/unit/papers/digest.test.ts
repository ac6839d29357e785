import { expect, test, vi } from 'vitest';
import { DAY_MS, type Day } from '@/lib/shared/day';
import { digestDays, digestStart, type DigestPaper } from '@/lib/papers/digest';
import type { PaperId } from '@/lib/papers/paper-id';

function missedPaper(
  id: PaperId,
  day: Day,
  upvotes: number | undefined,
  rise: number,
): DigestPaper {
  return { paper: { id, title: id, ...(upvotes !== undefined && { upvotes }) }, day, rise };
}

const PAPERS = [
  missedPaper('arxiv:1', '2026-11-20', 5, 1),
  missedPaper('arxiv:2', '2026-11-23', 7, 0),
  missedPaper('arxiv:3', '2026-11-20', 312, 0),
  missedPaper('arxiv:4', '2026-11-20', undefined, 0),
  missedPaper('arxiv:5', '2026-11-20', 90, 60),
];

function idsByDay(order: 'upvotes' | 'rise'): [Day, string][] {
  return digestDays(PAPERS, order).map(({ day, papers }) => [
    day,
    papers.map(({ paper }) => paper.id.slice(-1)).join(''),
  ]);
}

test('digestDays puts the newest day first, and the most upvoted paper of a day', () => {
  expect(idsByDay('upvotes')).toEqual([
    ['2026-11-23', '2'],
    ['2026-11-20', '3514'],
  ]);
});

test('digestDays can order by rise, then by upvotes', () => {
  expect(idsByDay('rise')).toEqual([
    ['2026-11-23', '2'],
    ['2026-11-20', '5134'],
  ]);
});

test('digestDays returns nothing without papers', () => {
  expect(digestDays([], 'rise')).toEqual([]);
});

test.each([
  ['Los Angeles', 7 * 60, '2026-09-26T00:30Z', '2026-09-25'],
  ['Los Angeles', 7 * 60, '2026-09-26T08:00Z', '2026-09-26'],
  ['Tokyo', -9 * 60, '2026-09-25T20:00Z', '2026-09-25'],
  ['Greenwich', 0, '2026-09-25T23:59Z', '2026-09-25'],
])('after a visit in %s (%i min) at %s, digestStart returns %s', (_, offset, time, day) => {
  vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(offset);
  const visitedAt = Date.parse(time);
  expect(digestStart('last-visit', visitedAt, visitedAt + 3 * DAY_MS)).toBe(day);
  expect(digestStart('last-visit', null, visitedAt)).toBe(day);
});
