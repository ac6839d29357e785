import type { EditedField, Entry } from './entry';

/**
 * Applies `changes` and dates `fields` at `now` (ms since epoch), for devices to find the later
 * edit; just after the last edit if its clock was ahead.
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
