import { expect, test } from 'vitest';
import type { Day } from '@/lib/papers/day';
import { digestDays, type DigestPaper } from '@/lib/papers/digest';
import type { PaperId } from '@/lib/papers/paper-id';

function missed(id: PaperId, day: Day, upvotes: number | undefined, rise: number): DigestPaper {
  return { paper: { id, title: id, ...(upvotes !== undefined && { upvotes }) }, day, rise };
}

const PAPERS = [
  missed('arxiv:1', '2026-11-20', 5, 1),
  missed('arxiv:2', '2026-11-23', 7, 0),
  missed('arxiv:3', '2026-11-20', 312, 0),
  missed('arxiv:4', '2026-11-20', undefined, 0),
  missed('arxiv:5', '2026-11-20', 90, 60),
];

function idsByDay(order: 'upvotes' | 'rise'): [Day, string][] {
  return digestDays(PAPERS, order).map(({ day, papers }) => [
    day,
    papers.map(({ paper }) => paper.id.slice(-1)).join(''),
  ]);
}

test('the newest day comes first, and in a day the most upvoted', () => {
  expect(idsByDay('upvotes')).toEqual([
    ['2026-11-23', '2'],
    ['2026-11-20', '3514'],
  ]);
});

test('what rose fastest comes first when that is asked for, and then the most upvoted', () => {
  expect(idsByDay('rise')).toEqual([
    ['2026-11-23', '2'],
    ['2026-11-20', '5134'],
  ]);
});

test('without papers there is no day', () => {
  expect(digestDays([], 'rise')).toEqual([]);
});
