import { Dexie, type Table } from 'dexie';

/** Rows per batch; few, so that the page stays responsive. */
const BATCH = 1000;

/**
 * Yields all rows of a table in key order, in batches to save memory. Outside a transaction each
 * batch has its own: saves do not wait, and concurrent changes may or may not be included.
 * @throws the database's own errors, for `withFailures` to convert
 */
export async function* batches<Row, Key, Insert>(
  table: Table<Row, Key, Insert>,
  keyOf: (row: Row) => Key,
): AsyncGenerator<Row[], void> {
  let last: Key | typeof Dexie.minKey = Dexie.minKey;
  for (;;) {
    const rows: Row[] = await table.where(':id').above(last).limit(BATCH).toArray();
    const end = rows.at(-1);
    if (end === undefined) return;
    yield rows;
    last = keyOf(end);
  }
}
