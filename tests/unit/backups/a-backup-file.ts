import type { Copy } from '@/lib/settings/backup-files';

/** An automatic copy made at `at` (ms since epoch). */
export function aCopy(at: number, facts: Partial<Copy> = {}): Copy {
  return {
    at,
    fileName: `/downloads/Papershelf/papershelf-${at}.backup.json`,
    downloadId: at,
    bytes: 1000,
    papers: 3,
    automatic: true,
    standing: { entries: 3, updatedAt: at },
    ...facts,
  };
}
