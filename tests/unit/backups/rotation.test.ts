import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rotate } from '@/lib/backups/rotation';
import type { Copy } from '@/lib/settings/copies';
import { aCopy } from './a-copy';

const at = (copies: readonly Copy[]) => copies.map((copy) => copy.at);

describe('the rotation of copies', () => {
  it('keeps the newest automatic copies, in whatever order they are listed', () => {
    const { kept, removed } = rotate([aCopy(2), aCopy(4), aCopy(1), aCopy(3)], 2);
    expect(at(kept)).toEqual([4, 3]);
    expect(at(removed)).toEqual([2, 1]);
  });

  it('never removes a file of a copy that the reader made', () => {
    const byHand = Array.from({ length: 40 }, (_, index) => aCopy(index, { automatic: false }));
    const { kept, removed } = rotate([...byHand, aCopy(100), aCopy(101)], 1);
    expect(at(removed)).toEqual([100]);
    // Only so many are listed.
    expect(kept.filter(({ automatic }) => !automatic)).toHaveLength(20);
  });

  it('leaves a file alone whose name a later copy took over', () => {
    const fileName = '/downloads/Papershelf/papershelf-2026-11-23.backup.json';
    const { kept, removed } = rotate([aCopy(1, { fileName }), aCopy(2, { fileName })], 1);
    expect(at(kept)).toEqual([2]);
    expect(removed).toEqual([]);
  });

  it('holds for every list: what is kept is never removed, and only automatic files are', () => {
    const copy = fc
      .record({
        at: fc.nat(50),
        automatic: fc.boolean(),
        fileName: fc.constantFrom('a', 'b', 'c', 'd'),
      })
      .map((facts) => aCopy(facts.at, facts));
    const copies = fc.uniqueArray(copy, { selector: (each) => each.at });
    fc.assert(
      fc.property(copies, fc.integer({ min: 1, max: 50 }), (all, keep) => {
        const { kept, removed } = rotate(all, keep);
        const automatic = all.filter((each) => each.automatic);
        expect(kept.filter((each) => each.automatic)).toHaveLength(
          Math.min(keep, automatic.length),
        );
        for (const gone of removed) {
          expect(gone.automatic).toBe(true);
          expect(kept.map(({ fileName }) => fileName)).not.toContain(gone.fileName);
          expect(kept.every((each) => !each.automatic || each.at > gone.at)).toBe(true);
        }
      }),
    );
  });
});
