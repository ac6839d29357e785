import type { Table } from 'dexie';

/** In place of a row that the browser can no longer read. */
export const UNREADABLE = Symbol('unreadable');

/** The connection ended: this says nothing about rows. */
const CLOSED = new Set([
  'DatabaseClosedError',
  'AbortError',
  'OpenFailedError',
  'TransactionInactiveError',
]);

/**
 * The rows of `keys`, in that order. A row that the browser cannot read (Chromium keeps large values
 * in files of their own, which may be gone) costs only itself.
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

/** Like `readRows`, without the unreadable rows. */
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

/** Whether the database cannot be used, rather than one row be read. */
export function isClosed(error: unknown): boolean {
  return !(error instanceof Error || error instanceof DOMException) || CLOSED.has(error.name);
}
