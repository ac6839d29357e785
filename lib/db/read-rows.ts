import type { Table } from 'dexie';

/** Replaces an unreadable row. */
export const UNREADABLE = Symbol('unreadable');

/** The connection ended; rows may be sound. */
const CLOSED = new Set([
  'DatabaseClosedError',
  'AbortError',
  'OpenFailedError',
  'TransactionInactiveError',
]);

/**
 * The rows of `keys`, in order. An unreadable row costs only itself (Chromium keeps large values in
 * files, which may be lost).
 * @throws raw errors of a database that cannot be used
 */
export async function readRows<Row, Key, Insert>(
  table: Table<Row, Key, Insert>,
  keys: readonly Key[],
): Promise<(Row | undefined | typeof UNREADABLE)[]> {
  try {
    return await table.bulkGet([...keys]);
  } catch (error) {
    if (isClosed(error)) throw error;
    return Promise.all(keys.map((key) => readRow(table, key)));
  }
}

/** `readRows` without unreadable rows. */
export async function readableRows<Row, Key, Insert>(
  table: Table<Row, Key, Insert>,
  keys: readonly Key[],
): Promise<(Row | undefined)[]> {
  const rows = await readRows(table, keys);
  return rows.map((row) => (row === UNREADABLE ? undefined : row));
}

async function readRow<Row, Key, Insert>(
  table: Table<Row, Key, Insert>,
  key: Key,
): Promise<Row | undefined | typeof UNREADABLE> {
  try {
    return await table.get(key);
  } catch (error) {
    if (isClosed(error)) throw error;
    console.warn('Papershelf could not read a row', table.name, key, error);
    return UNREADABLE;
  }
}

/** Whether the database is unusable, rather than one row unreadable. */
export function isClosed(error: unknown): boolean {
  return !(error instanceof Error || error instanceof DOMException) || CLOSED.has(error.name);
}
