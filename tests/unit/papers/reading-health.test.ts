import { describe, expect, test } from 'vitest';
import type { ListingReading } from '@/lib/papers/listing';
import { givenFields, isComparable, siteChange } from '@/lib/papers/reading-health';
import type { Paper } from '@/lib/papers/paper';

const NOW = Date.UTC(2026, 8, 28);

function reading(facts: Partial<Paper>, count = 10, more: Partial<ListingReading> = {}) {
  const cards = Array.from({ length: count }, (_, index) => ({
    paper: { id: `arxiv:2601.${10_000 + index}` as const, title: 'On shelves', ...facts },
    rank: index + 1,
  }));
  return {
    listing: { kind: 'daily', key: 'hf/daily/2026-09-28', period: '2026-09-28' },
    cardsFound: count,
    cards,
    ...more,
  } satisfies ListingReading;
}

const healthy = reading({ abstract: 'We read.', upvotes: 3 });
const given = givenFields(healthy);

describe('siteChange', () => {
  test('names fields that most cards lack, though nearly all had them', () => {
    expect(given).toEqual(['id', 'title', 'abstract', 'upvotes']);
    expect(siteChange(healthy, given)).toBeUndefined();
    expect(siteChange(reading({ upvotes: 3, title: '' }), given)).toEqual({
      cardsFound: 10,
      cardsRead: 10,
      missing: ['title', 'abstract'],
    });
  });

  test('ignores fields that only some cards had, and a few cards without one', () => {
    const some = reading({ abstract: 'We read.' });
    for (const { paper } of some.cards.slice(0, 4)) delete paper.abstract;
    expect(givenFields(some)).not.toContain('abstract');
    expect(siteChange(some, given)).toMatchObject({ missing: ['upvotes'] });
  });

  test('reports cards that cannot be read', () => {
    expect(siteChange(reading({}, 4, { cardsFound: 10 }), [])).toEqual({
      cardsFound: 10,
      cardsRead: 4,
      missing: [],
    });
  });
});

test.each<[string, ListingReading, boolean]>([
  ['a daily list', healthy, true],
  ['a list of few cards', reading({}, 2), false],
  ['a translated page', { ...healthy, translated: true }, false],
  ['a search', { ...healthy, listing: { kind: 'search', key: 'hf/search/x' } }, false],
  ['trending', { ...healthy, listing: { kind: 'trending', key: 'hf/trending' } }, true],
  [
    'an old list',
    { ...healthy, listing: { kind: 'daily', key: 'hf/daily/2024-05-02', period: '2024-05-02' } },
    false,
  ],
])('isComparable: %s', (_, one, expected) => expect(isComparable(one, NOW)).toBe(expected));
