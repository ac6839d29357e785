// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ImportView } from '@/entrypoints/library/import/ImportView';
import { readImport, type ReadImport } from '@/lib/pages/import-file';
import { useEnglish } from '../../unit/components/english';
import { pageWith } from './page-with';
import { aPaper, openTestLibrary, type TestLibrary } from '../library/library-for-tests';

// Needs a worker, which only a browser has.
vi.mock('@/lib/pages/import-file');

useEnglish();
afterEach(cleanup);

let library: TestLibrary;

beforeEach(() => {
  library = openTestLibrary();
  // Without a size a virtual list renders no rows.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
});

/** Opens a backup with these papers and two dismissals. */
async function preview(records: ReadImport['records']): Promise<void> {
  vi.mocked(readImport).mockResolvedValue({
    format: { id: 'backup', label: 'Papershelf backup' },
    encoding: 'utf-8',
    records,
    dismissals: [7, 8].map((number) => ({ paperId: aPaper(number).id, dismissedAt: 5 })),
    problems: [],
    problemCount: 0,
  });
  render(<ImportView />, { wrapper: pageWith(library) });
  const field = screen.getByRole('textbox');
  fireEvent.input(field, { target: { value: '…' } });
  fireEvent.submit(field.closest('form')!);
  await screen.findByText(/The import will dismiss 2 papers/);
}

const button = (name: RegExp) => screen.findByRole<HTMLButtonElement>('button', { name });

test('names the button after what it does: with all papers excluded it still dismisses', async () => {
  await preview([{ paper: aPaper(1), entry: {}, line: 1 }]);
  await button(/^Import 1 paper$/);
  fireEvent.click(screen.getByRole('checkbox', { name: 'Import all of these' }));

  expect((await button(/^Dismiss 2 papers$/)).disabled).toBe(false);
});

test('imports dismissals alone, and undoes them', async () => {
  await preview([]);
  fireEvent.click(await button(/^Dismiss 2 papers$/));
  await screen.findByRole('heading', { name: '2 papers dismissed' });
  expect(await library.db.dismissals.count()).toBe(2);

  fireEvent.click(await button(/^Undo import$/));
  await screen.findByRole('heading', { name: 'The import was undone' });
  expect(await library.db.dismissals.count()).toBe(0);
});
