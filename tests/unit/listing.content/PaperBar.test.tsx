// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PaperBar, type PaperBarProps } from '@/entrypoints/listing.content/paper-page/PaperBar';
import { useEnglish } from '../components/english';

useEnglish();
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const on = {
  onClick: vi.fn(),
  onRetry: vi.fn(),
  onUndoQuotation: vi.fn(),
  onQuotationDone: vi.fn(),
};
const wait = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));

/** A new object each time. */
function added(): NonNullable<PaperBarProps['quotation']> {
  return { paperId: 'arxiv:2609.00001', before: 'Mine.', after: 'Mine.\n\n> One.', saved: false };
}

function bar(quotation: PaperBarProps['quotation']) {
  return (
    <PaperBar
      title="On Shelves"
      saved={true}
      failure={undefined}
      open={false}
      entry={null}
      rise={undefined}
      quotation={quotation}
      {...on}
    />
  );
}

test('shows a quotation, and a paper saved with it, with an Undo button', () => {
  const { rerender } = render(bar(added()));
  expect(screen.getByRole('status').textContent).toContain('Quotation added to the note');
  rerender(bar({ ...added(), saved: true }));
  expect(screen.getByRole('status').textContent).toContain('Paper saved, quotation added');
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));

  expect(on.onUndoQuotation).toHaveBeenCalledOnce();
});

test('shows why a quotation was left in the note, without a button', () => {
  render(bar({ ...added(), left: true }));

  expect(screen.getByRole('status').textContent).toBe(
    'The note was not changed: the quotation was edited or appears more than once',
  );
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('shows a second quotation as long as the first', async () => {
  const { rerender } = render(bar(added()));
  await wait(9000);
  const second = added();
  rerender(bar(second));
  await wait(9000);
  expect(on.onQuotationDone).not.toHaveBeenCalled();
  // An unrelated render.
  rerender(bar(second));
  await wait(1500);

  expect(on.onQuotationDone).toHaveBeenCalledOnce();
});
