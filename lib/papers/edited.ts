import type { EditedField, Entry } from './entry';

/**
 * Applies `changes` and sets the timestamps of `fields` to `now` (ms since epoch), so that devices
 * can find the later edit. After an edit by a clock that was ahead, the later edit is just after it.
 */
export function edited(
  entry: Entry,
  changes: Partial<Entry>,
  fields: readonly EditedField[],
  now: number,
): Entry {
  const editedAt = Object.fromEntries(
    fields.map((field) => {
      const former = entry.editedAt[field] ?? 0;
      return [field, former > now ? former + 1 : now];
    }),
  );
  return { ...entry, ...changes, updatedAt: now, editedAt: { ...entry.editedAt, ...editedAt } };
}
