// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TrashList } from '@/entrypoints/library/trash/TrashList';
import { HOUR_MS } from '@/lib/shared/day';
import type { PaperId } from '@/lib/papers/paper-id';
import { useEnglish } from '../components/english';
import { aKnownPaper, anEntry } from '../../fixtures/rows';

useEnglish();
beforeEach(() => {
  // The virtual list needs a height.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400);
});
afterEach(cleanup);

const NOW = Date.UTC(2026, 8, 28, 9);
const ids: PaperId[] = ['arxiv:2501.00001', 'arxiv:2501.00002', 'arxiv:2501.00003'];
const rows = new Map(
  ids.map((id, index) => [
    id,
    {
      paper: aKnownPaper({ id, title: `Paper ${index}` }),
      entry: anEntry({
        paperId: id,
        tags: [`tag ${index}`],
        note: index === 0 ? '\n# Worth it?\nThe second line.' : '',
        removedAt: NOW - (index + 1) * HOUR_MS,
      }),
    },
  ]),
);

function show(known = rows) {
  const handlers = { onSelect: vi.fn(), onRestore: vi.fn(), onDeleteKey: vi.fn() };
  const { rerender } = render(
    <TrashList
      ids={ids}
      rowOf={(id) => known.get(id)}
      onRange={() => {}}
      now={NOW}
      isSelected={(id) => id === ids[1]}
      {...handlers}
    />,
  );
  return { ...handlers, rerender };
}

test('shows when each paper was removed, its note and tags', () => {
  show();

  expect(screen.getByRole('link', { name: 'Paper 0' }).getAttribute('href')).toBe(
    '#/paper/arxiv%3A2501.00001',
  );
  const [first, second] = screen.getAllByRole('listitem');
  expect(first?.textContent).toContain('Removed 1 hour ago');
  expect(first?.textContent).toContain('Note: Worth it?');
  expect(first?.textContent).not.toContain('second line');
  expect(first?.textContent).toContain('tag 0');
  expect(second?.textContent).not.toContain('Note:');
});

test('a button restores a paper; keys move, select and delete', () => {
  const { onRestore, onSelect, onDeleteKey } = show();
  fireEvent.click(screen.getByRole('button', { name: 'Restore Paper 2' }));
  expect(onRestore).toHaveBeenCalledExactlyOnceWith(ids[2]);

  screen.getByRole('link', { name: 'Paper 0' }).focus();
  fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Paper 1' }));
  fireEvent.keyDown(document.activeElement!, { key: 'x' });
  expect(onSelect).toHaveBeenCalledExactlyOnceWith(1, false, false);
  fireEvent.keyDown(document.activeElement!, { key: 'Delete' });
  expect(onDeleteKey).toHaveBeenCalledExactlyOnceWith(ids[1]);
});

test('reserves space for rows that are not loaded yet', () => {
  show(new Map());

  expect(screen.getAllByRole('listitem')).toHaveLength(3);
  expect(screen.queryByRole('button')).toBeNull();
});

test('focuses the heading when the list is gone', async () => {
  const { rerender } = show();
  screen.getByRole('link', { name: 'Paper 0' }).focus();

  const heading = (
    <h2 class="view-title" tabIndex={-1}>
      Trash
    </h2>
  );
  await act(async () => rerender(heading));

  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Trash' }));
});
