import { edited } from './edited';
import type { Entry, Rating, Status } from './entry';
import { mergeNotes } from './notes/merge-notes';
import { withoutTag, withTag } from './tags/tag';

/** A change to an entry; idempotent. */
export type EntryEdit =
  | { kind: 'status'; status: Status }
  | { kind: 'add-tag'; tag: string }
  | { kind: 'remove-tag'; tag: string }
  /** `base`: the note before editing, to merge concurrent edits. */
  | { kind: 'note'; base: string; text: string }
  | { kind: 'rating'; rating: Rating | null };

/**
 * Edits an entry at `now` (ms since epoch), even one that another tab removed meanwhile; the same
 * object if unchanged.
 */
export function applyEdit(entry: Entry, edit: EntryEdit, now: number): Entry {
  switch (edit.kind) {
    case 'status':
      return edit.status === entry.status
        ? entry
        : edited(entry, { status: edit.status }, ['status'], now);
    case 'add-tag':
      return withTags(entry, withTag(entry.tags, edit.tag), now);
    case 'remove-tag':
      return withTags(entry, withoutTag(entry.tags, edit.tag), now);
    case 'note': {
      const note = mergeNotes(edit.base, edit.text, entry.note);
      return note === entry.note ? entry : edited(entry, { note }, ['note'], now);
    }
    case 'rating': {
      if ((edit.rating ?? undefined) === entry.rating) return entry;
      const { rating: _, ...unrated } = edited(entry, {}, ['rating'], now);
      return edit.rating === null ? unrated : { ...unrated, rating: edit.rating };
    }
  }
}

/** Removes or restores an entry at `now`; the same object if unchanged. */
export function withRemoved(entry: Entry, removed: boolean, now: number): Entry {
  if (removed === entry.removedAt > 0) return entry;
  return edited(entry, { removedAt: removed ? now : 0 }, ['removedAt'], now);
}

function withTags(entry: Entry, tags: string[], now: number): Entry {
  return tags.length === entry.tags.length ? entry : edited(entry, { tags }, ['tags'], now);
}
