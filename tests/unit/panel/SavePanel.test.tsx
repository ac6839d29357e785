// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SavePanel, type SavePanelProps } from '@/entrypoints/panel/SavePanel';
import type { Entry } from '@/lib/papers/entry';
import { Failure } from '@/lib/shared/failure';
import { anEntry } from '../../fixtures/rows';
import { useEnglish } from '../components/english';
import { promised } from '../content-script/listing-for-tests';
import { eventually } from '../../fixtures/eventually';

useEnglish();
afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

const entry = anEntry();
const onEdit = vi.fn<SavePanelProps['onEdit']>();
beforeEach(() => void onEdit.mockResolvedValue(entry));

const on = {
  onLeave: vi.fn(),
  onRemove: vi.fn(),
  onRestore: vi.fn(),
  onClose: vi.fn(),
};

/** The panel, then shown with the `words` that were typed ahead. */
function panel(startsAt: SavePanelProps['startsAt'], words: string, removedAt = 0) {
  const at = (removed: number, typedAhead: string) => (
    <SavePanel
      title="Synthetic Visual Genome"
      entry={{ ...entry, removedAt: removed }}
      startsAt={startsAt}
      hasFocus
      typedAhead={typedAhead}
      history={null}
      unstored={null}
      suggestTags={async () => []}
      onEdit={onEdit}
      {...on}
    />
  );
  const { rerender } = render(at(removedAt, ''));
  rerender(at(removedAt, words));
  return { drawAgain: () => rerender(at(0, words)) };
}

test('puts text typed ahead into the note, with line breaks', async () => {
  panel('note', 'one\ntwo');
  const note = await screen.findByRole<HTMLTextAreaElement>('textbox');

  await eventually(() => expect(note.value).toBe('one\ntwo'));
});

test('takes text typed ahead once', async () => {
  const { drawAgain } = panel('note', 'one');
  drawAgain();
  const note = await screen.findByRole<HTMLTextAreaElement>('textbox');

  await eventually(() => expect(note.value).toBe('one'));
});

test('leaves Escape to the input method while composing', () => {
  panel('note', '');
  const note = screen.getByRole('textbox');
  fireEvent.keyDown(note, { key: 'Escape', isComposing: true });
  expect(on.onClose).not.toHaveBeenCalled();
  fireEvent.keyDown(note, { key: 'Escape' });
  expect(on.onClose).toHaveBeenCalledOnce();
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
  const { drawAgain } = panel('note', 'one', 5);
  await Promise.resolve();
  drawAgain();
  const note = await screen.findByRole<HTMLTextAreaElement>('textbox');

  await eventually(() => expect(note.value).toBe('one'));
});

describe('while an edit is being stored', () => {
  /** The panel, with the writes of its edits, and of Remove and Undo, to end in a test. */
  function open() {
    const writes: ReturnType<typeof promised<Entry>>[] = [];
    const removals: ReturnType<typeof promised<void>>[] = [];
    onEdit.mockImplementation(() => writes[writes.push(promised()) - 1]!.promise);
    const onRemoval = () => removals[removals.push(promised()) - 1]!.promise;
    const at = (words: Partial<Entry>) => (
      <SavePanel
        title="Synthetic Visual Genome"
        entry={anEntry(words)}
        startsAt="status"
        hasFocus
        typedAhead=""
        history={null}
        unstored={null}
        suggestTags={async () => []}
        onEdit={onEdit}
        {...on}
        onRemove={onRemoval}
        onRestore={onRemoval}
      />
    );
    const { rerender } = render(at({}));
    return { writes, removals, deliver: (words: Partial<Entry>) => rerender(at(words)) };
  }
  const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name });
  const button = (name: string) => screen.queryByRole('button', { name });
  function addTag(tag: string): void {
    const field = screen.getByRole('combobox', { name: 'Add tag' });
    fireEvent.input(field, { target: { value: tag } });
    fireEvent.keyDown(field, { key: 'Enter' });
  }

  test('status and tags stay as chosen when the panel is drawn again', async () => {
    const { writes, deliver } = open();
    fireEvent.click(radio('Reading'));
    addTag('vision');
    fireEvent.click(radio('Read'));
    deliver({ tags: ['elsewhere'] });
    expect(radio('Read').checked).toBe(true);
    expect(button('Remove tag vision')).toBeTruthy();
    expect(button('Remove tag elsewhere')).toBeTruthy();

    for (const write of writes) await act(async () => write.resolve(anEntry()));
    deliver({ status: 'reading', tags: ['elsewhere'] });
    expect(radio('Read').checked).toBe(true);
    deliver({ status: 'read', tags: ['elsewhere', 'vision'] });
    deliver({ status: 'to-read', tags: ['vision'] });
    expect(radio('To read').checked).toBe(true);
    expect(button('Remove tag elsewhere')).toBeNull();
  });

  test('what could not be stored is reverted, with a message', async () => {
    const { writes } = open();
    fireEvent.click(radio('Read'));
    addTag('vision');
    for (const write of writes) write.reject(new Failure('storage-full'));

    await eventually(() => expect(radio('To read').checked).toBe(true));
    await eventually(() => expect(button('Remove tag vision')).toBeNull());
    expect(screen.getByRole('alert')).toBeTruthy();
  });

  test('it is removed and restored at once', async () => {
    const { removals, deliver } = open();
    fireEvent.click(button('Remove from library')!);
    deliver({});
    expect(screen.queryByRole('radio')).toBeNull();
    fireEvent.click(button('Undo')!);
    expect(radio('To read').checked).toBe(true);
    await act(async () => removals[0]!.resolve());
    deliver({ removedAt: 5 });
    expect(radio('To read').checked).toBe(true);

    removals[1]!.reject(new Failure('storage-full'));
    await eventually(() => expect(button('Undo')).toBeTruthy());
    expect(screen.getByRole('alert')).toBeTruthy();
  });
});
