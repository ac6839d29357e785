import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullestOlder, rotate } from '@/lib/backups/rotation';
import type { BackupFile } from '@/lib/settings/backup-files';
import { aBackupFile } from './a-backup-file';

const NOW = 1000;

const at = (backupFiles: readonly BackupFile[]) => backupFiles.map((backup) => backup.at);

describe('rotate', () => {
  it('keeps the newest automatic backups, in any order of the list', () => {
    const { kept, removed } = rotate(
      [aBackupFile(2), aBackupFile(4), aBackupFile(1), aBackupFile(3)],
      2,
      NOW,
    );
    expect(at(kept)).toEqual([4, 3]);
    expect(at(removed)).toEqual([2, 1]);
  });

  it('never removes a manual backup', () => {
    const manual = Array.from({ length: 40 }, (_, index) =>
      aBackupFile(index, { automatic: false }),
    );
    const { kept, removed } = rotate([...manual, aBackupFile(100), aBackupFile(101)], 1, NOW);
    expect(at(removed)).toEqual([100]);
    // The list is capped.
    expect(kept.filter(({ automatic }) => !automatic)).toHaveLength(20);
  });

  it('does not remove a file whose name a later backup reused', () => {
    const fileName = '/downloads/Papershelf/papershelf-2026-11-23.backup.json';
    const { kept, removed } = rotate(
      [aBackupFile(1, { fileName }), aBackupFile(2, { fileName })],
      1,
      NOW,
    );
    expect(at(kept)).toEqual([2]);
    expect(removed).toEqual([]);
  });

  const withEntries = (time: number, entries: number): BackupFile =>
    aBackupFile(time, { fingerprint: { entries, updatedAt: time } });

  it('keeps the fullest backup while none of the newest has half as many entries', () => {
    const full = [withEntries(1, 80), withEntries(2, 100), withEntries(3, 90)];
    expect(at(rotate([...full, withEntries(4, 49), withEntries(5, 1)], 1, NOW).kept)).toEqual([
      5, 2,
    ]);
    expect(at(rotate([...full, withEntries(4, 49), withEntries(5, 1)], 2, NOW).kept)).toEqual([
      5, 4, 2,
    ]);
    expect(at(rotate([...full, withEntries(4, 50), withEntries(5, 1)], 2, NOW).kept)).toEqual([
      5, 4,
    ]);
  });

  it('fullestOlder returns the fullest backup once the newest is less than half of it', () => {
    const full = [withEntries(1, 100), withEntries(2, 100)];
    expect(fullestOlder(full, 1, NOW)).toBeUndefined();
    expect(fullestOlder([...full, withEntries(3, 49)], 1, NOW)?.at).toBe(2);
    expect(fullestOlder([], 1, NOW)).toBeUndefined();
  });

  it('treats a backup dated in the future as the oldest', () => {
    expect(
      at(rotate([aBackupFile(NOW + 9), aBackupFile(1), aBackupFile(NOW)], 2, NOW).kept),
    ).toEqual([NOW, 1]);
  });

  it('removes only automatic files, and never a kept one, from any list', () => {
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
        const keptAutomatic = kept.filter((each) => each.automatic);
        expect(at(keptAutomatic).slice(0, keep)).toEqual(
          at(automatic)
            .sort((a, b) => b - a)
            .slice(0, keep),
        );
        expect(keptAutomatic.length).toBeLessThanOrEqual(keep + 1);
        // A backup with at least half of the most entries is always kept.
        expect(
          automatic.length === 0 ||
            keptAutomatic.some((each) => each.fingerprint.entries * 2 >= fullest),
        ).toBe(true);
        for (const file of removed) {
          expect(file.automatic).toBe(true);
          expect(kept.map(({ fileName }) => fileName)).not.toContain(file.fileName);
        }
      }),
    );
  });
});
