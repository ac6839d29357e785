import type { EditedField, Entry } from './entry';

/**
 * Applies `changes` and sets the timestamps of `fields` to `now` (ms since epoch), so that devices
 * can find the later edit.
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
