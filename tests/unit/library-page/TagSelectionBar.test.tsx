// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { TagSelectionBar } from '@/entrypoints/library/tags/TagSelectionBar';
import { planRename } from '@/lib/papers/tags/plan-rename';
import { tagUses } from '@/lib/papers/tags/tag-uses';
import { useEnglish } from '../components/english';

useEnglish();
afterEach(cleanup);

const uses = tagUses([['brain'], ['brain'], ['neuro', 'brain'], ['other']]);

function show(tags: string[]) {
  const handlers = { onMerge: vi.fn(), onDelete: vi.fn(), onClear: vi.fn() };
  render(
    <TagSelectionBar
      tags={tags}
      planMerge={(typed) => planRename(uses, tags, typed)}
      {...handlers}
    />,
  );
  return handlers;
}

test('merges tags into the most used one or another name', () => {
  const { onMerge } = show(['brain', 'neuro']);
  fireEvent.click(screen.getByRole('button', { name: 'Merge…' }));
  const field = screen.getByRole('combobox', { name: 'Merge 2 tags into' });

  expect(field).toHaveProperty('value', 'brain');
  expect(screen.getByRole('status').textContent).toBe('Changes 3 papers');
  fireEvent.input(field, { target: { value: 'other' } });
  expect(screen.getByRole('status').textContent).toBe(
    'Merges with other (1 paper) · Changes 3 papers',
  );
  fireEvent.submit(field.closest('form')!);
  expect(onMerge).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ to: 'other' }));
});

test('Escape cancels merging and returns the focus to its button', () => {
  const { onMerge } = show(['brain', 'neuro']);
  fireEvent.click(screen.getByRole('button', { name: 'Merge…' }));
  fireEvent.keyDown(document.activeElement!, { key: 'Escape' });

  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Merge…' }));
  expect(onMerge).not.toHaveBeenCalled();
});

test('shows no Merge button for one tag', () => {
  const { onDelete } = show(['brain']);

  expect(screen.queryByRole('button', { name: 'Merge…' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
  expect(onDelete).toHaveBeenCalledOnce();
});
