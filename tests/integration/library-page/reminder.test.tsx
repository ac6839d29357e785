// @vitest-environment happy-dom
// Dexie watches a database only where there is one for everybody.
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Reminder } from '@/entrypoints/library/papers/Reminder';
import { failureSentence } from '@/components/format/failure-messages';
import { changeCards } from '@/lib/library/entries/bulk-card-changes';
import { useEnglish } from '../../unit/components/english';
import { pageWith } from './page-with';
import { aPaper, openTestLibrary } from '../library/library-for-tests';

useEnglish();
afterEach(cleanup);

test('Later hides the reminder at once, and it returns with an error when that failed', async () => {
  fakeBrowser.reset();
  const library = openTestLibrary();
  const papers = Array.from({ length: 20 }, (_, number) => aPaper(number));
  await changeCards(library, papers, { kind: 'save' });
  render(<Reminder />, { wrapper: pageWith(library) });
  const { local } = fakeBrowser.storage;
  const set = vi.spyOn(local, 'set').mockRejectedValueOnce(new Error('full'));
  fireEvent.click(await screen.findByRole('button', { name: 'Later' }));
  expect(screen.queryByRole('button')).toBeNull();

  const later = await screen.findByRole('button', { name: 'Later' });
  await waitFor(() =>
    expect(screen.getByRole('status').textContent).toContain(failureSentence('unexpected')),
  );
  fireEvent.click(later);
  expect(screen.queryByRole('button')).toBeNull();
  await waitFor(() => expect(set).toHaveBeenCalledTimes(2));
  expect(screen.queryByRole('button')).toBeNull();
});
