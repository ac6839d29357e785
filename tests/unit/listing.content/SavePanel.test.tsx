// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SavePanel, type SavePanelProps } from '@/entrypoints/listing.content/panel/SavePanel';
import { anEntry } from '../../fixtures/rows';
import { useEnglish } from '../components/english';
import { eventually } from '../../fixtures/eventually';

useEnglish();
afterEach(cleanup);

const entry = anEntry();
const onEdit = vi.fn<SavePanelProps['onEdit']>();
beforeEach(() => void onEdit.mockResolvedValue(entry));

/** The panel after `words` were typed ahead. */
function panel(startsAt: SavePanelProps['startsAt'], words: string, removedAt = 0) {
  const typed = [words];
  const props = { typedAhead: () => typed.pop() ?? '', suggestTags: async () => [], onEdit };
  const on = { onLeave: vi.fn(), onRemove: vi.fn(), onRestore: vi.fn(), onClose: vi.fn() };
  const at = (removed: number) => (
    <SavePanel
      title="Synthetic Visual Genome"
      entry={{ ...entry, removedAt: removed }}
      startsAt={startsAt}
      history={null}
      {...props}
      {...on}
    />
  );
  const { rerender } = render(at(removedAt));
  return { restore: () => rerender(at(0)) };
}

test('puts text typed ahead into the note, with line breaks', async () => {
  panel('note', 'one\ntwo');
  const note = await screen.findByRole<HTMLTextAreaElement>('textbox');

  await eventually(() => expect(note.value).toBe('one\ntwo'));
});

test('adds tags typed ahead with Enter and puts the rest into the field', async () => {
  panel('tags', 'vision\n\n nlp \nrob');
  const field = await screen.findByRole<HTMLInputElement>('combobox');

  await eventually(() => expect(field.value).toBe('rob'));
  expect(onEdit.mock.calls).toEqual([
    [{ kind: 'add-tag', tag: 'vision' }],
    [{ kind: 'add-tag', tag: 'nlp' }],
  ]);
});

test('keeps text typed ahead while the paper is removed', async () => {
  const { restore } = panel('note', 'one', 5);
  await Promise.resolve();
  restore();
  const note = await screen.findByRole<HTMLTextAreaElement>('textbox');

  await eventually(() => expect(note.value).toBe('one'));
});
