import { Dexie, type Table } from 'dexie';

/** So many rows are read at once: few enough that the page stays quick between two batches. */
const BATCH = 1000;

/**
 * All rows of a table in the order of their keys, a thousand at a time, so that a big one need not be
 * held at once. Outside a transaction each batch is one of its own, so that no save waits for the
 * whole: what changes meanwhile may be among them or not.
 * @throws the database's own errors, which `withFailures` gives a code
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
