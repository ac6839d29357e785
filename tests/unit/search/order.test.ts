import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeOrders, newestFirst, sortedByKey } from '@/lib/search/format/order';

function stableSort(documents: Uint32Array, keys: Uint32Array, descending: boolean): number[] {
  const key = (document: number): number => keys[document] ?? 0;
  return [...documents].sort((a, b) => (descending ? key(b) - key(a) : key(a) - key(b)));
}

it.each([10, 5000])('sortedByKey sorts %i documents stably', (count) => {
  const key = fc.oneof(fc.nat(3), fc.integer({ min: 0, max: 2 ** 32 - 1 }));
  fc.assert(
    fc.property(
      fc.array(key, { minLength: count, maxLength: count }),
      fc.boolean(),
      (all, down) => {
        const keys = Uint32Array.from(all);
        const documents = Uint32Array.from(keys, (_, at) => at).filter((at) => at % 3 !== 1);
        expect([...sortedByKey(documents, keys, down)]).toEqual(stableSort(documents, keys, down));
      },
    ),
    { numRuns: 20 },
  );
});

it('newestFirst sorts to the millisecond, also beyond 32 bits', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2 ** 42)), (times) => {
      const savedAt = Float64Array.from(times);
      const order = [...newestFirst(savedAt)];
      const wanted = times.map((_, at) => at).sort((a, b) => (times[b] ?? 0) - (times[a] ?? 0));
      expect(order).toEqual(wanted);
    }),
  );
});

it('mergeOrders merges ordered lists', () => {
  const list = fc.array(fc.nat(1000)).map((numbers) => Uint32Array.from(numbers).sort());
  fc.assert(
    fc.property(fc.array(list, { maxLength: 5 }), (lists) => {
      const all = lists.flatMap((one) => [...one]).sort((a, b) => a - b);
      expect([...mergeOrders(lists, (a, b) => a < b)]).toEqual(all);
    }),
  );
});
