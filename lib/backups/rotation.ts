import type { BackupFile } from '@/lib/settings/backup-files';

/** How many of the reader's own copies are listed; their files are never touched. */
const LISTED_BY_HAND = 20;

/** What becomes of the copies when only `keep` automatic ones are kept. */
export interface Rotation {
  /** Those that stay in the list, newest first. */
  kept: BackupFile[];
  /** Those whose files are to be removed. */
  removed: BackupFile[];
}

/**
 * Sorts out the oldest automatic copies at `now` (ms since epoch), but for one that outlasts its
 * turn. A file whose name a later copy took over, after the reader deleted or moved the former, is
 * that later copy's.
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
 * The fullest of the automatic copies before the newest `keep`, while none of these holds half of
 * it: the library may have been lost, and nobody noticed yet. Undefined when there is none.
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

/** Newest first. One whose time lies ahead is of a clock that was set back since, so it is older. */
function sorted(backupFiles: readonly BackupFile[], now: number): BackupFile[] {
  const made = ({ at }: BackupFile): number => (at > now ? 0 : at);
  return backupFiles.toSorted((a, b) => made(b) - made(a));
}
