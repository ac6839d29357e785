import type { BackupFile } from '@/lib/settings/backup-files';

/** An automatic backup made at `at` (ms since epoch). */
export function aBackupFile(at: number, facts: Partial<BackupFile> = {}): BackupFile {
  return {
    at,
    fileName: `/downloads/Papershelf/papershelf-${at}.backup.json`,
    downloadId: at,
    bytes: 1000,
    papers: 3,
    automatic: true,
    fingerprint: { entries: 3, updatedAt: at },
    ...facts,
  };
}
