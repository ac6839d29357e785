// @vitest-environment happy-dom
// Dexie watches a database only where there is one for everybody.
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { LostLibrary } from '@/entrypoints/library/papers/LostLibrary';
import { keepSecondCopy } from '@/lib/backups/second-copy/second-copy';
import { rememberLibrary } from '@/lib/backups/lost-library';
import { savePaper } from '@/lib/library/entries/save-paper';
import { backupFiles } from '@/lib/settings/backup-files';
import { libraryMemory } from '@/lib/settings/library-memory';
import { aBackupFile } from '../../unit/backups/a-backup-file';
import { stubLocks } from '../../fixtures/fake-locks';
import { useEnglish } from '../../unit/components/english';
import { pageWith } from './page-with';
import { aPaper, openTestLibrary } from '../library/library-for-tests';

useEnglish();
beforeEach(() => {
  fakeBrowser.reset();
  stubLocks();
  location.hash = '';
});
afterEach(cleanup);
afterEach(() => vi.unstubAllGlobals());

/** Loses a library of three papers. @returns the new, empty one */
async function lose() {
  const former = openTestLibrary();
  for (const number of [1, 2, 3]) await savePaper(former, aPaper(number));
  await keepSecondCopy(former);
  await backupFiles.write([aBackupFile(former.clock.time)]);
  return openTestLibrary(new IDBFactory());
}

test('a deleted library is reported, with the copy and the backups at hand', async () => {
  const library = await lose();
  render(<LostLibrary ready />, { wrapper: pageWith(library) });
  expect((await screen.findByRole('alert')).textContent).toContain('your library with 3 papers');
  expect(screen.getByRole('button', { name: 'Choose a backup file…' })).toBeDefined();
  expect(await screen.findByRole('list', { name: 'Backups' })).toBeDefined();
  fireEvent.click(await screen.findByRole('button', { name: /^Restore 3 papers, copied/ }));
  await waitFor(() => expect(location.hash).toBe('#/import'));
});

test('the reader can say that it was on purpose', async () => {
  const library = await lose();
  render(<LostLibrary ready />, { wrapper: pageWith(library) });
  fireEvent.click(await screen.findByRole('button', { name: 'I deleted it myself' }));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  expect(await libraryMemory.read()).toMatchObject({ papers: 0 });
});

test('nothing is said of a library that is there, or of a new one', async () => {
  const library = openTestLibrary();
  const { unmount } = render(<LostLibrary ready />, { wrapper: pageWith(library) });
  await savePaper(library, aPaper(1));
  await rememberLibrary(library.db);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(screen.queryByRole('alert')).toBeNull();
  unmount();
});
