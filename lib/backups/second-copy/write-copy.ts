import type { PapershelfDatabase } from '@/lib/db/database';
import type { CopyPiece } from '@/lib/settings/second-copy';
import { compressed } from '@/lib/shared/gzip';
import type { PieceStore } from './piece-store';
import { SOURCES, type CopiedRow } from './sources';

/** Maximum length of all pieces; in `storage.local`, bytes. */
const MOST = 8_000_000;

/** Rows per piece; an edit rewrites one piece. */
const ROWS = { least: 64, most: 512 } as const;
/** One row in so many ends a piece, by its id, so that an added row moves no other boundary. */
const ENDS = 64;

interface WrittenPiece extends CopyPiece {
  rows: number;
  /** Its last edit, ms since epoch. */
  updatedAt: number;
}

/** `omitted` rows have no piece. */
export interface WrittenCopy {
  pieces: CopyPiece[];
  omitted: number;
}

/**
 * Writes pieces not stored yet. Former ones stay: an interruption leaves that copy whole. Above the
 * limit, omits titles, then the pieces edited longest ago.
 * @param former the pieces in the store
 * @param most for tests
 * @throws raw errors of the database and the store
 */
export async function writeCopy(
  db: PapershelfDatabase,
  store: PieceStore,
  former: readonly CopyPiece[],
  most = MOST,
): Promise<WrittenCopy> {
  const sizes = new Map(former.map(({ key, size }) => [key, size]));
  for (const titles of [true, false]) {
    const added = new Map<string, string>();
    const pieces: WrittenPiece[] = [];
    let total = 0;
    for await (const piece of piecesOf(db, sizes, titles, added)) {
      pieces.push(piece);
      total += piece.size;
      if (titles && total > most) break;
    }
    if (titles && total > most) continue;
    const kept = newestUpTo(pieces, most);
    const keys = new Set(kept.map(({ key }) => key));
    await store.write(new Map([...added].filter(([key]) => keys.has(key))));
    return {
      pieces: kept.map(({ key, size }) => ({ key, size })),
      omitted: rowsIn(pieces) - rowsIn(kept),
    };
  }
  return { pieces: [], omitted: 0 };
}

/** @param added receives the text of pieces of unknown size */
async function* piecesOf(
  db: PapershelfDatabase,
  sizes: ReadonlyMap<string, number>,
  titles: boolean,
  added: Map<string, string>,
): AsyncGenerator<WrittenPiece> {
  for (const source of SOURCES) {
    for await (const rows of cut(source.rows(db))) {
      const key = await hashOf(JSON.stringify([titles, rows]));
      let size = sizes.get(key);
      if (size === undefined) {
        const text = await compressed(JSON.stringify(await source.piece(db, rows, titles)));
        added.set(key, text);
        size = text.length;
      }
      const updatedAt = Math.max(...rows.map((row) => row.updatedAt ?? 0));
      yield { key, size, rows: rows.length, updatedAt };
    }
  }
}

async function* cut(batches: AsyncIterable<readonly CopiedRow[]>): AsyncGenerator<CopiedRow[]> {
  let rows: CopiedRow[] = [];
  for await (const batch of batches) {
    for (const row of batch) {
      rows.push(row);
      const ends = rows.length >= ROWS.least && endsPiece(row);
      if (!ends && rows.length < ROWS.most) continue;
      yield rows;
      rows = [];
    }
  }
  if (rows.length > 0) yield rows;
}

function endsPiece({ paperId }: CopiedRow): boolean {
  // FNV-1a with its high bits mixed in, as consecutive ids differ only at their end.
  let hash = 0x811c9dc5;
  for (const letter of String(paperId)) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  return ((hash ^ (hash >>> 15)) >>> 0) % ENDS === 0;
}

async function hashOf(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const half = [...new Uint8Array(bytes).subarray(0, 16)];
  return half.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function newestUpTo(pieces: readonly WrittenPiece[], most: number): readonly WrittenPiece[] {
  let left = most;
  const kept = new Set<WrittenPiece>();
  for (const piece of pieces.toSorted((a, b) => b.updatedAt - a.updatedAt)) {
    if (piece.size > left) continue;
    kept.add(piece);
    left -= piece.size;
  }
  return pieces.filter((piece) => kept.has(piece));
}

function rowsIn(pieces: readonly WrittenPiece[]): number {
  return pieces.reduce((sum, { rows }) => sum + rows, 0);
}
