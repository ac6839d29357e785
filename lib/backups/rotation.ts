import type { BackupFile } from '@/lib/settings/backup-files';

/** Manual backups listed; their files are never deleted. */
const LISTED_BY_HAND = 20;

export interface Rotation {
  /** Newest first. */
  kept: BackupFile[];
  /** Files to delete. */
  removed: BackupFile[];
}

/**
 * Drops the oldest automatic backups at `now` (ms since epoch), except `fullestOlder`. Keeps files
 * whose name a later backup reused, after the reader deleted or moved the earlier one.
 */
export function rotate(backupFiles: readonly BackupFile[], keep: number, now: number): Rotation {
  const newestFirst = sorted(backupFiles, now);
  const full = fullestOlder(backupFiles, keep, now);
  const stays = new Set([
    ...newestFirst.filter(({ automatic }) => automatic).slice(0, keep),
    ...newestFirst.filter(({ automatic }) => !automatic).slice(0, LISTED_BY_HAND),
    ...(full === undefined ? [] : [full]),
  ]);
  const kept = newestFirst.filter((backup) => stays.has(backup));
  const names = new Set(kept.map(({ fileName }) => fileName));
  const removed = newestFirst.filter(
    (backup) => backup.automatic && !stays.has(backup) && !names.has(backup.fileName),
  );
  return { kept, removed };
}

/**
 * The fullest automatic backup before the newest `keep`, if none of these has half its entries: the
 * library may have been lost unnoticed.
 */
export function fullestOlder(
  backupFiles: readonly BackupFile[],
  keep: number,
  now: number,
): BackupFile | undefined {
  const automatic = sorted(backupFiles, now).filter((backup) => backup.automatic);
  const most = Math.max(
    0,
    ...automatic.slice(0, keep).map(({ fingerprint }) => fingerprint.entries),
  );
  const [fullest] = automatic
    .slice(keep)
    .toSorted((a, b) => b.fingerprint.entries - a.fingerprint.entries);
  return fullest !== undefined && most * 2 < fullest.fingerprint.entries ? fullest : undefined;
}

/** Newest first; future times, by a wrong clock, last. */
function sorted(backupFiles: readonly BackupFile[], now: number): BackupFile[] {
  const made = ({ at }: BackupFile): number => (at > now ? 0 : at);
  return backupFiles.toSorted((a, b) => made(b) - made(a));
}
