import { describe, expect, it } from 'vitest';
import { dayOf, isDay } from '@/lib/shared/day';
import {
  arxivIdentifier,
  isPaperId,
  isStoredId,
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

  it.each([
    'arxiv:2512.01234',
    'arxiv:0704.0001',
    'arxiv:hep-th/9901001',
    'arxiv:math.AG/0502036',
    'doi:10.1000/xyz',
    'doi:10.1002/(sici)1097-4636(199823)43:4<338::aid-jbm16>3.0.co;2-b',
    'title:00ff00ff00ff00ff',
    'openreview:aBc_1-2',
    'openreview:a:b/c.d',
  ])('isPaperId accepts %s', (id) => {
    expect(isPaperId(id)).toBe(true);
    expect(isStoredId(id)).toBe(true);
  });

  it.each([
    'arxiv:../../evil',
    'arxiv:2512.01234/../x',
    'arxiv:2512.01234v2',
    'arxiv:2512.01234?x',
    'arxiv:2512.01234"onclick',
    'arxiv:trending',
    'arxiv:@evil.example',
    'doi:../../evil',
    'doi:10.1000/../../evil',
    'doi:10.1000/./x',
    'doi:10.1000/a\u0000',
    'doi:10.1000/\u202ea',
    `doi:10.1000/${'a'.repeat(100)}`,
    'title:../x',
    'title:xyz',
    'openreview:../x',
    'openreview:a/../../x',
    'openreview:..',
    'openreview:a?b',
    'openreview:a#b',
    'openreview:a@b',
    'openreview:a\\b',
    'openreview:a%2e%2e',
    'javascript:alert(1)',
    `${'s'.repeat(40)}:a`,
    ':a',
  ])('isPaperId rejects %j', (id) => {
    expect(isPaperId(id)).toBe(false);
  });

  it('arxivIdentifier returns none of another form', () => {
    for (const id of ['arxiv:../../evil', 'arxiv:x},note={y', 'arxiv:2512.01234v2'] as const) {
      expect(arxivIdentifier(id)).toBeUndefined();
      // Such rows of earlier releases go on opening.
      expect(isStoredId(id)).toBe(true);
    }
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
