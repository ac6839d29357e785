// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TagList } from '@/entrypoints/library/tags/TagList';
import { planRename } from '@/lib/papers/tags/plan-rename';
import { tagRows } from '@/lib/papers/tags/tag-rows';
import { tagUses } from '@/lib/papers/tags/tag-uses';
import { useEnglish } from '../components/english';

useEnglish();
beforeEach(() => {
  // The virtual list needs a height.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400);
});
afterEach(cleanup);

function show(tagLists: string[][] = [['brain'], ['brain/eeg'], ['nlp'], ['vision']]) {
  const handlers = {
    onSelect: vi.fn(),
    onRename: vi.fn(async () => true),
    onUnify: vi.fn(),
    onDelete: vi.fn(),
    onDeleteKey: vi.fn(),
  };
  const list = (lists: string[][]) => {
    const uses = tagUses(lists);
    return (
      <TagList
        rows={tagRows(uses, 'name')}
        hrefOf={(tag) => `#${tag}`}
        isSelected={() => false}
        planRename={(tag, typed) => planRename(uses, [tag], typed)}
        {...handlers}
      />
    );
  };
  const { rerender } = render(list(tagLists));
  return { ...handlers, change: (lists: string[][]) => rerender(list(lists)) };
}

const link = (name: string) => screen.getByRole('link', { name });
const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement!, { key, ...more });

test('shows each tag as a link with its number of papers and its level', () => {
  show();

  expect(link('brain').getAttribute('href')).toBe('#brain');
  const rows = screen
    .getAllByRole('listitem')
    .map((row) => [
      row.getAttribute('aria-level'),
      row.querySelector('a')?.textContent,
      row.querySelector('.ps-hidden')?.textContent,
    ]);
  expect(rows).toEqual([
    ['1', 'brain', '2 papers'],
    ['2', 'eeg', '1 paper'],
    ['1', 'nlp', '1 paper'],
    ['1', 'vision', '1 paper'],
  ]);
});

test('one row is a tab stop; keys move, select, rename and delete', () => {
  const { onSelect, onDeleteKey } = show();
  const stops = () =>
    screen.getAllByRole('link').filter((each) => each.getAttribute('tabindex') === '0');
  expect(stops()).toEqual([link('brain')]);

  link('brain').focus();
  press('j');
  expect(document.activeElement).toBe(link('brain/eeg'));
  press('End');
  expect(document.activeElement).toBe(link('vision'));
  expect(stops()).toEqual([link('vision')]);
  press('x');
  expect(onSelect).toHaveBeenCalledExactlyOnceWith(3, true, false);
  press('Delete');
  press('Delete', { repeat: true });
  expect(onDeleteKey).toHaveBeenCalledExactlyOnceWith('vision');
  press('F2');
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'New name for vision' }));
});

test('a rename announces a merge, then focuses the resulting tag', async () => {
  const { onRename, change } = show();
  fireEvent.click(screen.getByRole('button', { name: 'Rename vision' }));
  const field = screen.getByRole('textbox', { name: 'New name for vision' });
  fireEvent.input(field, { target: { value: 'Brain' } });

  expect(screen.getByRole('status').textContent).toBe(
    'Merges with brain (2 papers) · Changes 1 paper',
  );
  fireEvent.submit(field.closest('form')!);
  expect(onRename).toHaveBeenCalledExactlyOnceWith(
    'vision',
    expect.objectContaining({ to: 'brain' }),
  );
  await act(async () => change([['brain'], ['brain/eeg'], ['nlp'], ['brain']]));
  expect(document.activeElement).toBe(link('brain'));
});

test('Escape cancels a rename and does not propagate', () => {
  const { onRename } = show();
  const elsewhere = vi.fn();
  document.addEventListener('keydown', elsewhere);
  fireEvent.click(screen.getByRole('button', { name: 'Rename nlp' }));
  fireEvent.input(screen.getByRole('textbox'), { target: { value: 'language' } });
  press('Escape');

  expect(screen.queryByRole('textbox')).toBeNull();
  expect(document.activeElement).toBe(link('nlp'));
  expect(onRename).not.toHaveBeenCalled();
  expect(elsewhere).not.toHaveBeenCalled();
  document.removeEventListener('keydown', elsewhere);
});

test('rejects a name that makes a tag below too long', () => {
  const { onRename } = show();
  fireEvent.click(screen.getByRole('button', { name: 'Rename brain' }));
  const field = screen.getByRole('textbox');
  fireEvent.input(field, { target: { value: 'x'.repeat(99) } });
  fireEvent.submit(field.closest('form')!);

  expect(screen.getByRole('status').textContent).toContain('longer than 100 characters');
  expect(onRename).not.toHaveBeenCalled();
});

test('focuses the next row when the focused one is removed', async () => {
  const { change } = show();
  link('nlp').focus();
  await act(async () => change([['brain'], ['brain/eeg'], ['vision']]));

  expect(document.activeElement).toBe(link('vision'));
});

test('shows tags that differ by case as one, with a button to merge them', () => {
  const { onUnify } = show([['brain'], ['Brain'], ['brain']]);

  expect(screen.getAllByRole('listitem')).toHaveLength(1);
  fireEvent.click(screen.getByRole('button', { name: 'Merge Brain into brain' }));
  expect(onUnify).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ tag: 'brain', variants: ['Brain'], count: 3 }),
  );
});
