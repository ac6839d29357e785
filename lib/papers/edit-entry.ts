import { edited } from './edited';
import type { Entry, Rating, Status } from './entry';
import { mergeNotes } from './notes/merge-notes';
import { withoutTag, withTag } from './tags/tag';

/** One thing that the reader changes in an entry. Applied twice, it adds nothing more. */
export type EntryEdit =
  | { kind: 'status'; status: Status }
  | { kind: 'add-tag'; tag: string }
  | { kind: 'remove-tag'; tag: string }
  /** `base` is the note that the editor started from, so that nobody else's words are written over. */
  | { kind: 'note'; base: string; text: string }
  | { kind: 'rating'; rating: Rating | null };

/**
 * The entry after `edit` at `now` (ms since epoch); the very same object when nothing changes.
 * A removed entry can be edited too: words typed while another tab removed it are kept.
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

/** The entry removed at `now`, or restored; the very same object when it is so already. */
export function withRemoved(entry: Entry, removed: boolean, now: number): Entry {
  if (removed === entry.removedAt > 0) return entry;
  return edited(entry, { removedAt: removed ? now : 0 }, ['removedAt'], now);
}

function withTags(entry: Entry, tags: string[], now: number): Entry {
  return tags.length === entry.tags.length ? entry : edited(entry, { tags }, ['tags'], now);
}
