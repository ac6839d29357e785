import { Dexie, type Table } from 'dexie';
import { isClosed, readableRows } from './read-rows';

/** Rows; few, so that the page stays responsive. */
const BATCH = 1000;

/**
 * Yields a table's readable rows in key order, in batches to save memory. Outside a transaction
 * each batch has its own: saves do not wait, and concurrent changes may be missed.
 * @throws raw errors of the database
 */
export async function* batches<Row, Key, Insert>(
  table: Table<Row, Key, Insert>,
): AsyncGenerator<Row[], void> {
  let last: Key | typeof Dexie.minKey = Dexie.minKey;
  for (;;) {
    const batch: Batch<Row, Key> | undefined = await batchAfter(table, last);
    if (batch === undefined) return;
    yield batch.rows;
    last = batch.last;
  }
}

interface Batch<Row, Key> {
  rows: Row[];
  last: Key;
}

async function batchAfter<Row, Key, Insert>(
  table: Table<Row, Key, Insert>,
  key: Key | typeof Dexie.minKey,
): Promise<Batch<Row, Key> | undefined> {
  const next = table.where(':id').above(key).limit(BATCH);
  try {
    const rows = await next.toArray();
    const end = rows.at(-1);
    if (end === undefined) return undefined;
    return {
      rows,
      last: Dexie.getByKeyPath(end as object, table.schema.primKey.keyPath as string),
    };
  } catch (error) {
    if (isClosed(error)) throw error;
  }
  const keys: Key[] = await next.primaryKeys();
  const last = keys.at(-1);
  const rows = await readableRows(table, keys);
  return last === undefined ? undefined : { rows: rows.filter((row) => row !== undefined), last };
}
