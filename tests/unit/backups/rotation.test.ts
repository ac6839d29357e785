import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outlasting, rotate } from '@/lib/backups/rotation';
import type { Copy } from '@/lib/settings/backup-files';
import { aCopy } from './a-backup-file';

const NOW = 1000;

const at = (copies: readonly Copy[]) => copies.map((copy) => copy.at);

describe('the rotation of copies', () => {
  it('keeps the newest automatic copies, in whatever order they are listed', () => {
    const { kept, removed } = rotate([aCopy(2), aCopy(4), aCopy(1), aCopy(3)], 2, NOW);
    expect(at(kept)).toEqual([4, 3]);
    expect(at(removed)).toEqual([2, 1]);
  });

  it('never removes a file of a copy that the reader made', () => {
    const byHand = Array.from({ length: 40 }, (_, index) => aCopy(index, { automatic: false }));
    const { kept, removed } = rotate([...byHand, aCopy(100), aCopy(101)], 1, NOW);
    expect(at(removed)).toEqual([100]);
    // Only so many are listed.
    expect(kept.filter(({ automatic }) => !automatic)).toHaveLength(20);
  });

  it('leaves a file alone whose name a later copy took over', () => {
    const fileName = '/downloads/Papershelf/papershelf-2026-11-23.backup.json';
    const { kept, removed } = rotate([aCopy(1, { fileName }), aCopy(2, { fileName })], 1, NOW);
    expect(at(kept)).toEqual([2]);
    expect(removed).toEqual([]);
  });

  const holding = (time: number, entries: number): Copy =>
    aCopy(time, { standing: { entries, updatedAt: time } });

  it('keeps the fullest copy while none of the newest holds half of it', () => {
    const full = [holding(1, 80), holding(2, 100), holding(3, 90)];
    expect(at(rotate([...full, holding(4, 49), holding(5, 1)], 1, NOW).kept)).toEqual([5, 2]);
    expect(at(rotate([...full, holding(4, 49), holding(5, 1)], 2, NOW).kept)).toEqual([5, 4, 2]);
    expect(at(rotate([...full, holding(4, 50), holding(5, 1)], 2, NOW).kept)).toEqual([5, 4]);
  });

  it('tells of a copy that outlasts the newest from the first one that is small', () => {
    const full = [holding(1, 100), holding(2, 100)];
    expect(outlasting(full, 1, NOW)).toBeUndefined();
    expect(outlasting([...full, holding(3, 49)], 1, NOW)?.at).toBe(2);
    expect(outlasting([], 1, NOW)).toBeUndefined();
  });

  it('takes a copy that a clock ahead made for the oldest', () => {
    expect(at(rotate([aCopy(NOW + 9), aCopy(1), aCopy(NOW)], 2, NOW).kept)).toEqual([NOW, 1]);
  });

  it('holds for every list: what is kept is never removed, and only automatic files are', () => {
    const copy = fc
      .record({
        at: fc.nat(50),
        automatic: fc.boolean(),
        fileName: fc.constantFrom('a', 'b', 'c', 'd'),
        entries: fc.nat(20),
      })
      .map(({ entries, ...facts }) => {
        return aCopy(facts.at, { ...facts, standing: { entries, updatedAt: facts.at } });
      });
    const copies = fc.uniqueArray(copy, { selector: (each) => each.at });
    fc.assert(
      fc.property(copies, fc.integer({ min: 1, max: 50 }), (all, keep) => {
        const { kept, removed } = rotate(all, keep, NOW);
        const automatic = all.filter((each) => each.automatic);
        const fullest = Math.max(...automatic.map((each) => each.standing.entries));
        const stays = kept.filter((each) => each.automatic);
        expect(at(stays).slice(0, keep)).toEqual(
          at(automatic)
            .sort((a, b) => b - a)
            .slice(0, keep),
        );
        expect(stays.length).toBeLessThanOrEqual(keep + 1);
        // Something that holds at least half of the most is always kept.
        expect(
          automatic.length === 0 || stays.some((each) => each.standing.entries * 2 >= fullest),
        ).toBe(true);
        for (const gone of removed) {
          expect(gone.automatic).toBe(true);
          expect(kept.map(({ fileName }) => fileName)).not.toContain(gone.fileName);
        }
      }),
    );
  });
});
