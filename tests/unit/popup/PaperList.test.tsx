// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { Piece } from '@/components/paper/Marked';
import { PaperList } from '@/entrypoints/popup/PaperList';
import type { RowMarks } from '@/components/paper/RowExcerpt';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { promised } from '../content-script/listing-for-tests';
import { useEnglish } from '../components/english';
import { aKnownPaper, anEntry } from '../../fixtures/rows';

useEnglish();
afterEach(cleanup);

const saved = aKnownPaper({ id: 'arxiv:2501.00001', title: 'Saved one' });
const fresh = aKnownPaper({ id: 'arxiv:2501.00002', title: 'New one' });
const removed = aKnownPaper({ id: 'arxiv:2501.00003', title: 'Removed one' });
const rows = [
  { paper: saved, entry: anEntry({ tags: ['a', 'b', 'c', 'd', 'e'] }) },
  { paper: fresh, entry: undefined },
  { paper: removed, entry: anEntry({ removedAt: 5 }) },
];

function show() {
  const onSave = vi.fn<(paper: Paper) => Promise<boolean>>(async () => true);
  const onRemove = vi.fn<(paper: Paper) => Promise<boolean>>(async () => true);
  const list = () => (
    <PaperList
      rows={rows}
      newIds={new Set<PaperId>([fresh.id])}
      onNearEnd={() => {}}
      onSave={onSave}
      onRemove={onRemove}
    />
  );
  const { rerender } = render(list());
  return { onSave, onRemove, redraw: () => rerender(list()) };
}

test('shows the title of each row as a link, and whether the paper is saved on a button', () => {
  show();

  expect(screen.getByRole('link', { name: 'Saved one' }).getAttribute('href')).toBe(
    '#/paper/arxiv%3A2501.00001',
  );
  const pressed = screen
    .getAllByRole('button')
    .map((button) => [button.getAttribute('aria-label'), button.getAttribute('aria-pressed')]);
  expect(pressed).toEqual([
    ['Saved Saved one', 'true'],
    ['Save New one', 'false'],
    ['Save Removed one', 'false'],
  ]);
});

test('the button saves and removes', () => {
  const { onSave, onRemove } = show();

  fireEvent.click(screen.getByRole('button', { name: 'Save New one' }));
  fireEvent.click(screen.getByRole('button', { name: 'Saved Saved one' }));

  expect(onSave).toHaveBeenCalledExactlyOnceWith(fresh);
  expect(onRemove).toHaveBeenCalledExactlyOnceWith(saved);
});

test('the button shows at once what it does, and reverts it when it could not be stored', async () => {
  const { onSave, onRemove, redraw } = show();
  const writes = [promised<boolean>(), promised<boolean>()];
  onSave.mockReturnValue(writes[0]!.promise);
  onRemove.mockReturnValue(writes[1]!.promise);
  const button = (name: string) => screen.queryByRole('button', { name });
  fireEvent.click(button('Save New one')!);
  redraw();
  fireEvent.click(button('Saved New one')!);
  redraw();
  expect(button('Save New one')).toBeTruthy();
  expect(onRemove).toHaveBeenCalledExactlyOnceWith(fresh);

  await act(async () => writes[1]!.resolve(false));
  expect(button('Saved New one')).toBeTruthy();
  await act(async () => writes[0]!.resolve(false));
  expect(button('Save New one')).toBeTruthy();
});

test('marks new papers and shows the number of further tags', () => {
  show();

  expect(screen.getAllByText('New')).toHaveLength(1);
  expect(screen.getByText('+2').title).toBe('d, e');
});

test('j, k and the arrow keys move between titles', () => {
  show();
  const titles = screen.getAllByRole('link');

  titles[0]!.focus();
  fireEvent.keyDown(titles[0]!, { key: 'j' });
  expect(document.activeElement).toBe(titles[1]);
  fireEvent.keyDown(titles[1]!, { key: 'End' });
  expect(document.activeElement).toBe(titles[2]);
  fireEvent.keyDown(titles[2]!, { key: 'ArrowUp' });
  expect(document.activeElement).toBe(titles[1]);
});

test('marks matches in every part of a row and shows those that would be cut', () => {
  const mark = (text: string): Piece[] =>
    text.split(/(\bfound\b)/i).map((part) => ({ text: part, marked: /^found$/i.test(part) }));
  const marks: RowMarks = {
    title: ({ title }) => mark(title),
    author: mark,
    organization: ({ name }) => mark(name),
    tag: mark,
    excerpt: () => undefined,
  };
  const paper = aKnownPaper({
    title: 'Title found',
    authors: ['Ann One', 'Bob Two', 'Cyd Three', 'Dan Found'],
    organization: { name: 'Found Lab', slug: 'lab' },
  });
  const entry = anEntry({ tags: ['a', 'b', 'c', 'd', 'found/below', 'e'] });
  render(
    <PaperList
      rows={[{ paper, entry }]}
      marks={marks}
      onNearEnd={() => {}}
      onSave={async () => true}
      onRemove={async () => true}
    />,
  );

  const row = screen.getByRole('listitem');
  const marked = [...row.querySelectorAll('mark')].map(({ textContent, parentElement }) => [
    textContent,
    parentElement?.closest('[class]')?.className,
  ]);
  expect(marked).toEqual([
    ['found', 'row-title'],
    ['Found', 'facts-part'],
    ['Found', 'facts-part facts-organization'],
    ['found', 'ps-tag-name'],
  ]);
  expect(row.textContent).toContain('One, Two, Found +1');
  expect(screen.getByTitle('found/below').textContent).toBe('found/below');
  expect(screen.getByText('+2').title).toBe('d, e');
});
