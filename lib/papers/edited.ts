import type { EditedField, Entry } from './entry';

/**
 * The entry with `changes`, by which these fields were edited at `now` (ms since epoch). Each is
 * dated, by which two devices can tell whose edit of it is the later one; so is the whole.
 */
export function edited(
  entry: Entry,
  changes: Partial<Entry>,
  fields: readonly EditedField[],
  now: number,
): Entry {
  const editedAt = Object.fromEntries(fields.map((field) => [field, now]));
  return { ...entry, ...changes, updatedAt: now, editedAt: { ...entry.editedAt, ...editedAt } };
}
