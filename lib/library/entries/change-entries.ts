import { withFailures } from '@/lib/db/to-failure';
import { applyEdit, withRemoved, type EntryEdit } from '@/lib/papers/edit-entry';
import { readableRows } from '@/lib/db/read-rows';
import { isSoundEntry } from '@/lib/papers/sound-rows';
import type { Entry } from '@/lib/papers/entry';
import type { PaperId } from '@/lib/papers/paper-id';
import { revertEdit } from '@/lib/papers/revert-edit';
import { noteForSearch } from '@/lib/search/maintain/outbox';
import type { LibraryContext } from '../context';
import { inBatches, type ProgressOptions } from '@/lib/shared/in-batches';

/** `revertEdit` can undo these. */
export type EntryChange =
  | Exclude<EntryEdit, { kind: 'note' | 'rating' }>
  | { kind: 'remove' }
  | { kind: 'restore' };

/** Before and after, for `undoChange`. */
export type ChangedEntries = readonly { before: Entry; after: Entry }[];

/**
 * Applies one change to the entries of `ids`, in one transaction; failure or cancellation rolls it
 * back. Skips papers without an entry.
 * @returns changed entries
 */
export function changeEntries(
  context: LibraryContext,
  ids: readonly PaperId[],
  change: EntryChange,
  work?: ProgressOptions,
): Promise<ChangedEntries> {
  return mapEntries(
    context,
    async () => ids,
    (entry, at) => applyChange(entry, change, at),
    work,
  );
}

/** Reverts a change atomically, except later edits. */
export async function undoChange(
  context: LibraryContext,
  changed: ChangedEntries,
  work?: ProgressOptions,
): Promise<void> {
  const former = new Map(changed.map((pair) => [pair.after.paperId, pair]));
  await mapEntries(
    context,
    async () => [...former.keys()],
    (entry, at) => {
      const pair = former.get(entry.paperId);
      return pair === undefined ? entry : revertEdit(entry, pair.before, pair.after, at);
    },
    work,
  );
}

/**
 * Replaces entries by `change(entry)`; the same object means no change.
 * @param idsOf called within the transaction, to include new entries
 */
export async function mapEntries(
  { db, now, announce }: LibraryContext,
  idsOf: () => Promise<readonly PaperId[]>,
  change: (entry: Entry, at: number) => Entry,
  work?: ProgressOptions,
): Promise<ChangedEntries> {
  const at = now();
  const changed: { before: Entry; after: Entry }[] = [];
  await withFailures(() =>
    db.transaction('rw', db.entries, db.searchOutbox, async () =>
      inBatches(await idsOf(), work, async (batch) => {
        const pairs = (await readableRows(db.entries, batch)).flatMap((before) => {
          // Not damaged rows: a change would lose their unreadable data.
          if (!isSoundEntry(before)) return [];
          const after = change(before, at);
          return after === before ? [] : [{ before, after }];
        });
        if (pairs.length === 0) return;
        await db.entries.bulkPut(pairs.map(({ after }) => after));
        await noteForSearch(
          db,
          pairs.map(({ after }) => after.paperId),
        );
        changed.push(...pairs);
      }),
    ),
  );
  if (changed.length > 0) announce(changed.map(({ after }) => after.paperId));
  return changed;
}

function applyChange(entry: Entry, change: EntryChange, at: number): Entry {
  switch (change.kind) {
    case 'remove':
      return withRemoved(entry, true, at);
    case 'restore':
      return withRemoved(entry, false, at);
    default:
      return applyEdit(entry, change, at);
  }
}
