import { batches } from '@/lib/db/batches';
import { readableRows } from '@/lib/db/read-rows';
import type { PapershelfDatabase } from '@/lib/db/database';
import type { BackupPart } from '@/lib/library/export/write-backup';
import type { PaperId } from '@/lib/papers/paper-id';

/** A table with what the reader wrote. */
interface Source {
  rows(db: PapershelfDatabase): AsyncIterable<readonly CopiedRow[]>;
  /** @param titles whether to add the papers' titles, which a large library has no space for */
  piece(db: PapershelfDatabase, rows: readonly CopiedRow[], titles: boolean): Promise<BackupPart>;
}

/** A row to copy; pieces are cut by its key. */
export interface CopiedRow {
  paperId: PaperId;
  /** Last edit, ms since epoch; absent in rows never edited. */
  updatedAt?: number;
}

export const SOURCES: readonly Source[] = [
  {
    rows: ({ entries }) => batches(entries),
    piece: async (db, rows, titles) => ({
      entries: rows,
      ...(titles && { papers: await titlesOf(db, rows) }),
    }),
  },
  {
    rows: ({ dismissals }) => batches(dismissals),
    piece: async (_, rows) => ({ dismissals: rows }),
  },
];

async function titlesOf(
  { papers }: PapershelfDatabase,
  rows: readonly CopiedRow[],
): Promise<{ id: PaperId; title: string }[]> {
  const found = await readableRows(
    papers,
    rows.map(({ paperId }) => paperId),
  );
  return found.flatMap((paper) => (paper ? [{ id: paper.id, title: paper.title }] : []));
}
