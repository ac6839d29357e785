import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { boundedDistance, forgivenTypos } from '@/lib/search/find/near-words';

function distance(word: string, term: string, limit: number): number {
  const units = Uint16Array.from(term, (_, at) => term.charCodeAt(at));
  return boundedDistance(word, limit)({ units, length: term.length });
}

it.each([
  ['transformer', 'transfromer', 1],
  ['transformer', 'transfomer', 1],
  ['transformer', 'transformmer', 1],
  ['transformer', 'transfarmer', 1],
  ['transformer', 'rtansformre', 2],
  ['transformer', 'transformer', 0],
  // Restricted: no edit between swapped letters.
  ['ca', 'abc', 3],
])('the distance from %s to %s is %i', (word, term, expected) => {
  expect(distance(word, term, 3)).toBe(expected);
});

it('boundedDistance is exact up to the limit, and above the limit otherwise', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abcé'), minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(letters, letters, fc.integer({ min: 1, max: 2 }), (word, term, limit) => {
      const exact = exactDistance(word, term);
      const found = distance(word, term, limit);
      if (exact <= limit) expect(found).toBe(exact);
      else expect(found).toBeGreaterThan(limit);
    }),
    { numRuns: 3000 },
  );
});

it('boundedDistance can measure several terms', () => {
  const measure = boundedDistance('attention', 2);
  const of = (term: string): number =>
    measure({ units: Uint16Array.from(term, (_, at) => term.charCodeAt(at)), length: term.length });
  expect([of('attenti'), of('atttention'), of('attention'), of('atention')]).toEqual([2, 1, 0, 1]);
});

it('forgivenTypos is 0 for short words', () => {
  expect([3, 4, 7, 8].map(forgivenTypos)).toEqual([0, 1, 1, 2]);
});

function exactDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const candidates = [
        (rows[i - 1]?.[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (rows[i - 1]?.[j - 1] ?? 0) + cost,
      ];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        candidates.push((rows[i - 2]?.[j - 2] ?? 0) + 1);
      }
      row.push(Math.min(...candidates));
    }
  }
  return rows[a.length]?.[b.length] ?? 0;
}
