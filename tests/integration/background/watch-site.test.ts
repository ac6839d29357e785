import { expect, test } from 'vitest';
import { watchSite } from '@/entrypoints/background/watch-site';
import type { ListingReading } from '@/lib/papers/listing';
import type { Paper } from '@/lib/papers/paper';

const NOW = Date.UTC(2026, 8, 28);

function reading(facts: Partial<Paper>, kind: 'daily' | 'trending' = 'daily'): ListingReading {
  const cards = Array.from({ length: 6 }, (_, index) => ({
    paper: { id: `arxiv:2601.${10_000 + index}` as const, title: 'On shelves', ...facts },
    rank: index + 1,
  }));
  return { listing: { kind, key: `hf/${kind}/x` }, cardsFound: 6, cards };
}

test('keeps reporting what the last healthy reading had, until the site gives it again', async () => {
  const whole = reading({ abstract: 'We read.' });
  expect(await watchSite(whole, NOW)).toBeUndefined();
  for (let visit = 0; visit < 3; visit += 1) {
    expect(await watchSite(reading({}), NOW)).toMatchObject({ missing: ['abstract'] });
  }
  // Each kind of listing has its own cards.
  expect(await watchSite(reading({}, 'trending'), NOW)).toBeUndefined();
  expect(await watchSite(whole, NOW)).toBeUndefined();
  expect(await watchSite(reading({ title: '' }), NOW)).toMatchObject({
    missing: ['title', 'abstract'],
  });
});
