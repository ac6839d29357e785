import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullestOlder, rotate } from '@/lib/backups/rotation';
import type { BackupFile } from '@/lib/settings/backup-files';
import { aBackupFile } from './a-backup-file';

const NOW = 1000;

const at = (backupFiles: readonly BackupFile[]) => backupFiles.map((backup) => backup.at);

describe('the rotation of copies', () => {
  it('keeps the newest automatic copies, in whatever order they are listed', () => {
    const { kept, removed } = rotate(
      [aBackupFile(2), aBackupFile(4), aBackupFile(1), aBackupFile(3)],
      2,
      NOW,
    );
    expect(at(kept)).toEqual([4, 3]);
    expect(at(removed)).toEqual([2, 1]);
  });

  it('never removes a file of a copy that the reader made', () => {
    const byHand = Array.from({ length: 40 }, (_, index) =>
      aBackupFile(index, { automatic: false }),
    );
    const { kept, removed } = rotate([...byHand, aBackupFile(100), aBackupFile(101)], 1, NOW);
    expect(at(removed)).toEqual([100]);
    // Only so many are listed.
    expect(kept.filter(({ automatic }) => !automatic)).toHaveLength(20);
  });

  it('leaves a file alone whose name a later copy took over', () => {
    const fileName = '/downloads/Papershelf/papershelf-2026-11-23.backup.json';
    const { kept, removed } = rotate(
      [aBackupFile(1, { fileName }), aBackupFile(2, { fileName })],
      1,
      NOW,
    );
    expect(at(kept)).toEqual([2]);
    expect(removed).toEqual([]);
  });

  const holding = (time: number, entries: number): BackupFile =>
    aBackupFile(time, { fingerprint: { entries, updatedAt: time } });

  it('keeps the fullest copy while none of the newest holds half of it', () => {
    const full = [holding(1, 80), holding(2, 100), holding(3, 90)];
    expect(at(rotate([...full, holding(4, 49), holding(5, 1)], 1, NOW).kept)).toEqual([5, 2]);
    expect(at(rotate([...full, holding(4, 49), holding(5, 1)], 2, NOW).kept)).toEqual([5, 4, 2]);
    expect(at(rotate([...full, holding(4, 50), holding(5, 1)], 2, NOW).kept)).toEqual([5, 4]);
  });

  it('tells of a copy that outlasts the newest from the first one that is small', () => {
    const full = [holding(1, 100), holding(2, 100)];
    expect(fullestOlder(full, 1, NOW)).toBeUndefined();
    expect(fullestOlder([...full, holding(3, 49)], 1, NOW)?.at).toBe(2);
    expect(fullestOlder([], 1, NOW)).toBeUndefined();
  });

  it('takes a copy that a clock ahead made for the oldest', () => {
    expect(
      at(rotate([aBackupFile(NOW + 9), aBackupFile(1), aBackupFile(NOW)], 2, NOW).kept),
    ).toEqual([NOW, 1]);
  });

  it('holds for every list: what is kept is never removed, and only automatic files are', () => {
    const backup = fc
      .record({
        at: fc.nat(50),
        automatic: fc.boolean(),
        fileName: fc.constantFrom('a', 'b', 'c', 'd'),
        entries: fc.nat(20),
      })
      .map(({ entries, ...facts }) => {
        return aBackupFile(facts.at, { ...facts, fingerprint: { entries, updatedAt: facts.at } });
      });
    const backupFiles = fc.uniqueArray(backup, { selector: (each) => each.at });
    fc.assert(
      fc.property(backupFiles, fc.integer({ min: 1, max: 50 }), (all, keep) => {
        const { kept, removed } = rotate(all, keep, NOW);
        const automatic = all.filter((each) => each.automatic);
        const fullest = Math.max(...automatic.map((each) => each.fingerprint.entries));
        const stays = kept.filter((each) => each.automatic);
        expect(at(stays).slice(0, keep)).toEqual(
          at(automatic)
            .sort((a, b) => b - a)
            .slice(0, keep),
        );
        expect(stays.length).toBeLessThanOrEqual(keep + 1);
        // Something that holds at least half of the most is always kept.
        expect(
          automatic.length === 0 || stays.some((each) => each.fingerprint.entries * 2 >= fullest),
        ).toBe(true);
        for (const gone of removed) {
          expect(gone.automatic).toBe(true);
          expect(kept.map(({ fileName }) => fileName)).not.toContain(gone.fileName);
        }
      }),
    );
  });
});
