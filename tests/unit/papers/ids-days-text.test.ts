import { describe, expect, it } from 'vitest';
import { dayOf, isDay } from '@/lib/shared/day';
import {
  arxivIdentifier,
  isPaperId,
  listedIdentifier,
  paperIdOfArxiv,
} from '@/lib/papers/paper-id';
import { fold } from '@/lib/shared/fold';
import { foldSpaces } from '@/lib/shared/text';

describe('paper ids', () => {
  it.each([
    ['2512.01234', 'arxiv:2512.01234'],
    ['2512.01234v3', 'arxiv:2512.01234'],
    ['0704.0001', 'arxiv:0704.0001'],
    ['math/0502036', 'arxiv:math/0502036'],
    ['math.AG/0502036v1', 'arxiv:math.AG/0502036'],
    ['trending', undefined],
    ['2512.123456', undefined],
  ])('paperIdOfArxiv(%j) returns %j', (identifier, id) =>
    expect(paperIdOfArxiv(identifier)).toBe(id),
  );

  it('start with their source', () => {
    expect(arxivIdentifier('arxiv:2512.01234')).toBe('2512.01234');
    expect(arxivIdentifier('openreview:abc')).toBeUndefined();
    expect(listedIdentifier('arxiv:2512.01234')).toBe('2512.01234');
    expect(listedIdentifier('openreview:a:b')).toBe('a:b');
    for (const id of ['doi:10.1000/xyz', 'title:00'] as const) {
      expect(listedIdentifier(id)).toBeUndefined();
    }
    expect(isPaperId('arxiv:2512.01234')).toBe(true);
    for (const other of ['2512.01234', 'arxiv:', 'a b:c', 7, null])
      expect(isPaperId(other)).toBe(false);
  });
});

describe('days', () => {
  it('exist in the calendar', () => {
    expect(isDay('2024-02-29')).toBe(true);
    for (const other of ['2026-02-29', '2026-2-1', '2026-13-01', 'today', 20260101, undefined]) {
      expect(isDay(other)).toBe(false);
    }
  });
  it('are in UTC', () => expect(dayOf(Date.UTC(2026, 0, 1, 23, 59))).toBe('2026-01-01'));
});

describe('text', () => {
  it('foldSpaces returns one line', () =>
    expect(foldSpaces('\n A  title\n  of two\u00a0lines ')).toBe('A title of two lines'));
  it('fold drops case and accents', () => expect(fold('Ångström ﬁt')).toBe('angstrom fit'));
});
