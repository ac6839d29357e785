import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentsToMerge, type SegmentSize } from '@/lib/search/maintain/merge-policy';

function sizes(...live: number[]): SegmentSize[] {
  return live.map((documents, index) => ({ id: index + 1, documents, live: documents }));
}

/** Merges until nothing is due; returns the number of documents written. */
function settle(segments: SegmentSize[]): number {
  let written = 0;
  for (;;) {
    const due = segmentsToMerge(segments, false);
    if (due.length === 0) return written;
    const merged = segments.filter(({ id }) => due.includes(id));
    const live = merged.reduce((sum, one) => sum + one.live, 0);
    written += live;
    const rest = segments.filter(({ id }) => !due.includes(id));
    segments.splice(0, segments.length, ...rest);
    const id = 1 + Math.max(0, ...merged.map((one) => one.id)) + 1000;
    if (live > 0) segments.push({ id, documents: live, live });
  }
}

describe('segmentsToMerge', () => {
  it('returns nothing when no merge is due', () => {
    expect(segmentsToMerge([], false)).toEqual([]);
    expect(segmentsToMerge(sizes(10_000), false)).toEqual([]);
    expect(segmentsToMerge(sizes(10_000, 1000, 100), false)).toEqual([]);
  });

  it('skips a large segment while the others are small', () => {
    expect(segmentsToMerge(sizes(10_000, 32, 32), false)).toEqual([2, 3]);
    expect(segmentsToMerge(sizes(10_000, 1200, 100), false)).toEqual([1, 2, 3]);
  });

  it('returns a segment with many deleted documents, even alone', () => {
    expect(segmentsToMerge([{ id: 1, documents: 100, live: 70 }], false)).toEqual([1]);
    expect(segmentsToMerge([{ id: 1, documents: 100, live: 80 }], false)).toEqual([]);
    expect(segmentsToMerge([{ id: 1, documents: 5, live: 0 }], false)).toEqual([1]);
  });

  it('waits for many segments while a backlog is indexed', () => {
    const many = sizes(...Array.from({ length: 32 }, () => 4096));
    expect(segmentsToMerge(many.slice(1), true)).toEqual([]);
    expect(segmentsToMerge(many, true)).toHaveLength(24);
  });

  it('ends with few segments', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.nat(50_000), fc.nat(100)).map(([documents, percent]) => ({
            documents,
            live: Math.floor((documents * percent) / 100),
          })),
          { maxLength: 40 },
        ),
        (given) => {
          const segments = given
            .filter(({ documents }) => documents > 0)
            .map((one, index) => ({ id: index + 1, ...one }));
          settle(segments);
          expect(segments.length).toBeLessThanOrEqual(6);
        },
      ),
    );
  });

  it('keeps few segments after many small flushes, and does not rewrite the large one', () => {
    const segments = sizes(100_000);
    let written = 0;
    for (let flush = 0; flush < 300; flush += 1) {
      segments.push({ id: 10_000 + flush, documents: 32, live: 32 });
      written += settle(segments);
      expect(segments.length).toBeLessThanOrEqual(6);
    }
    // 9,600 papers, each about a dozen times; the large segment never.
    expect(written).toBeLessThan(150_000);
    expect(segments.some(({ id }) => id === 1)).toBe(true);
  });
});
