import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit, withRemoved, type EntryEdit } from '@/lib/papers/edit-entry';
import { STATUSES, type Entry } from '@/lib/papers/entry';
import { revertEdit } from '@/lib/papers/revert-edit';
import { anEntry } from '../../fixtures/rows';

const entry = anEntry({ tags: ['a'], note: 'words' });

const tag = fc.constantFrom('a', 'b', 'c', 'B');
const edit: fc.Arbitrary<EntryEdit> = fc.oneof(
  fc.record({ kind: fc.constant('status' as const), status: fc.constantFrom(...STATUSES) }),
  fc.record({ kind: fc.constant('add-tag' as const), tag }),
  fc.record({ kind: fc.constant('remove-tag' as const), tag }),
);
const editable = ({ status, tags, note, removedAt }: Entry) => ({ status, tags, note, removedAt });

describe('revertEdit', () => {
  it('restores the previous state when nothing changed since', () => {
    fc.assert(
      fc.property(fc.array(edit), edit, fc.boolean(), (earlier, last, removes) => {
        const before = earlier.reduce((made, each) => applyEdit(made, each, 2), entry);
        const after = removes ? withRemoved(before, true, 3) : applyEdit(before, last, 3);
        expect(editable(revertEdit(after, before, after, 4))).toEqual(editable(before));
      }),
    );
  });

  it('keeps all later edits', () => {
    fc.assert(
      fc.property(edit, fc.array(edit, { minLength: 1 }), (first, since) => {
        const after = applyEdit(entry, first, 2);
        const current = applyEdit(
          since.reduce((made, each) => applyEdit(made, each, 3), after),
          { kind: 'note', base: 'words', text: 'more words' },
          3,
        );
        const reverted = revertEdit(current, entry, after, 4);
        expect(reverted.note).toBe('more words');
        if (current.status !== after.status) expect(reverted.status).toBe(current.status);
        const mine = current.tags.filter((each) => !after.tags.includes(each));
        expect(reverted.tags).toEqual(expect.arrayContaining(mine));
      }),
    );
  });

  it('moves no later edited entry to the trash, but takes one out of it', () => {
    const note = { kind: 'note', base: 'words', text: 'more words' } as const;
    const removed = withRemoved(entry, true, 2);
    const restored = { ...withRemoved(removed, false, 3), savedAt: 3 };

    const untouched = revertEdit(restored, removed, restored, 5);
    expect(untouched).toMatchObject({ removedAt: 2, savedAt: entry.savedAt });
    const edited = applyEdit(restored, note, 4);
    expect(revertEdit(edited, removed, restored, 5)).toBe(edited);
    const editedInTrash = applyEdit(removed, note, 4);
    const back = revertEdit(editedInTrash, entry, removed, 5);
    expect(back).toMatchObject({ removedAt: 0, note: 'more words' });
  });

  it('counts as an edit with its own time', () => {
    const after = applyEdit(entry, { kind: 'status', status: 'read' }, 2);
    const reverted = revertEdit(after, entry, after, 9);
    expect(reverted).toMatchObject({ status: 'to-read', updatedAt: 9, editedAt: { status: 9 } });
    expect(revertEdit(reverted, entry, after, 10)).toBe(reverted);
  });
});
