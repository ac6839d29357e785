import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPortion, portions, sizeOf } from '@/lib/import/portions';

const PORTION = 1_000_000;

describe('portions', () => {
  it('keep all items in order, and are oversized only for a single item', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 2 * PORTION })), (items) => {
        const made = [...portions(items, (item) => item)];

        expect(made.flat()).toEqual(items);
        for (const portion of made) {
          const size = portion.reduce((sum, item) => sum + item, 0);
          expect(portion.length === 1 || size <= PORTION).toBe(true);
        }
      }),
    );
  });

  it('are as few as possible', () => {
    expect([...portions([400_000, 600_000, 1, 999_999, 1], (item) => item)]).toEqual([
      [400_000, 600_000],
      [1, 999_999],
      [1],
    ]);
  });

  it('count the texts, names and sightings of a record', () => {
    const paper = { id: 'arxiv:2512.00001' as const, title: 'Title', abstract: 'x'.repeat(100) };
    const sighting = { paperId: paper.id, listing: 'daily', day: '2026-01-01', at: 1, rank: 1 };
    const small = sizeOf({ paper, entry: {} });
    const large = sizeOf({
      paper: { ...paper, authors: ['A B'] },
      entry: { note: 'x'.repeat(PORTION), tags: ['t'] },
      history: { sightings: [{ ...sighting, day: '2026-01-01' }] },
    });

    expect(small).toBe(105);
    expect(isPortion(small)).toBe(false);
    expect(isPortion(large)).toBe(true);
    expect(large).toBeGreaterThan(small + PORTION);
  });
});
