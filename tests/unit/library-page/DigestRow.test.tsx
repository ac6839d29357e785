// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { DigestActions } from '@/entrypoints/library/digest/DigestControls';
import { DigestRow, type RowStatus } from '@/entrypoints/library/digest/DigestRow';
import type { KnownPaper } from '@/lib/papers/paper';
import { useEnglish } from '../components/english';
import { aKnownPaper, anEntry } from '../../fixtures/rows';

useEnglish();
afterEach(cleanup);

const MISSED: RowStatus = {
  saved: false,
  entry: undefined,
  dismissed: false,
  handled: false,
};
const onTagging = vi.fn();
afterEach(() => onTagging.mockClear());

function actions(): DigestActions {
  return {
    save: vi.fn(async () => true),
    remove: vi.fn(async () => true),
    setStatus: vi.fn(async () => true),
    addTag: vi.fn(async () => true),
    removeTag: vi.fn(async () => true),
    dismiss: vi.fn(async () => true),
    revertDismissal: vi.fn(async () => true),
    suggestTags: async () => [],
  };
}

interface Shown {
  facts?: Partial<KnownPaper>;
  rise?: number;
  status?: Partial<RowStatus>;
  tagging?: boolean;
}

function show({ facts = {}, rise = 0, status = {}, tagging = false }: Shown = {}) {
  const mocks = actions();
  const paper = aKnownPaper(facts);
  const { container } = render(
    <ul>
      <DigestRow
        {...MISSED}
        {...status}
        item={{ paper, day: '2026-11-20', rise }}
        open={false}
        actions={mocks}
        tagging={tagging}
        onTagging={onTagging}
      />
    </ul>,
  );
  return { mocks, paper, row: container };
}

test('shows facts and the summary, else the abstract', () => {
  const { row } = show({
    facts: {
      authors: ['Adrian Kosowski', 'B C', 'D E'],
      organization: { slug: 'p', name: 'Pathway' },
      upvotes: 1312,
      aiSummary: 'A network of neurons.',
      abstract: 'The relationship between brains and computers.',
    },
    rise: 42,
  });

  expect(row.textContent).toContain('Kosowski, C +1');
  expect(row.textContent).toContain('Pathway');
  expect(row.textContent).toContain('1,312 upvotes');
  expect(row.textContent).toContain('+42 in 7 days');
  expect(row.textContent).toContain('AI summary A network of neurons.');
  expect(row.textContent).not.toContain('The relationship');
  cleanup();

  const { row: without } = show({ facts: { aiSummary: '', abstract: 'The relationship.' } });
  expect(without.textContent).toContain('The relationship.');
  expect(without.textContent).not.toContain('AI summary');
  expect(without.textContent).not.toContain('in 7 days');
});

test('its title opens the paper next to the digest', () => {
  show();

  expect(screen.getByRole('link', { name: 'The Dragon Hatchling' }).getAttribute('href')).toBe(
    '#/digest/arxiv%3A2509.26507',
  );
});

test('buttons save and dismiss the paper', () => {
  const { mocks, paper } = show();
  fireEvent.click(screen.getByRole('button', { name: 'Save The Dragon Hatchling' }));
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss The Dragon Hatchling' }));

  expect(mocks.save).toHaveBeenCalledExactlyOnceWith(paper);
  expect(mocks.dismiss).toHaveBeenCalledExactlyOnceWith(paper);
});

test('tagging saves the paper', () => {
  const { mocks, paper } = show();
  fireEvent.click(screen.getByRole('button', { name: 'Save and tag The Dragon Hatchling' }));

  expect(mocks.save).toHaveBeenCalledExactlyOnceWith(paper);
  expect(onTagging).toHaveBeenCalledExactlyOnceWith(true);
});

test('shows and focuses the tag field before the paper is saved', () => {
  const { mocks, paper } = show({ tagging: true });
  const field = screen.getByRole('combobox', { name: 'Add tag' });
  fireEvent.input(field, { target: { value: 'brain' } });
  fireEvent.keyDown(field, { key: 'Enter' });

  expect(document.activeElement).toBe(field);
  expect(onTagging).not.toHaveBeenCalled();
  expect(mocks.addTag).toHaveBeenCalledExactlyOnceWith(paper, 'brain');
});

test('ends tagging once the paper is saved', () => {
  show({ tagging: true, status: { saved: true, entry: anEntry(), handled: true } });

  expect(onTagging).toHaveBeenCalledWith(false);
});

test('shows status and tags of a saved paper', () => {
  const { mocks, paper } = show({
    status: { saved: true, entry: anEntry({ tags: ['brain'] }), handled: true },
  });
  fireEvent.click(screen.getByRole('radio', { name: 'Reading' }));
  fireEvent.click(screen.getByRole('button', { name: 'Remove tag brain' }));
  fireEvent.click(screen.getByRole('button', { name: 'Saved The Dragon Hatchling' }));

  expect(mocks.setStatus).toHaveBeenCalledExactlyOnceWith(paper, 'reading');
  expect(mocks.removeTag).toHaveBeenCalledExactlyOnceWith(paper, 'brain');
  expect(mocks.remove).toHaveBeenCalledExactlyOnceWith(paper);
  expect(screen.queryByRole('button', { name: /Dismiss/ })).toBeNull();
});

test('shows a dismissed paper with an Undo button', () => {
  const { mocks, paper } = show({ status: { dismissed: true, handled: true } });
  fireEvent.click(screen.getByRole('button', { name: 'Undo dismissing The Dragon Hatchling' }));

  expect(screen.getByText('Dismissed')).toBeTruthy();
  expect(mocks.revertDismissal).toHaveBeenCalledExactlyOnceWith(paper);
});
