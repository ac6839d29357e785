// @vitest-environment happy-dom
// Dexie watches a database only where there is one for everybody.
import 'fake-indexeddb/auto';
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { FailureBoundary } from '@/components/feedback/FailureBoundary';
import { failureSentence } from '@/components/format/failure-messages';
import { savePaper } from '@/lib/library/entries/save-paper';
import { libraryIds } from '@/lib/library/queries';
import { useLiveQuery } from '@/lib/pages/library/use-live-query';
import { useEnglish } from '../../unit/components/english';
import { aPaper, openTestLibrary, type TestLibrary } from '../library/library-for-tests';

useEnglish();
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function Ids({ library: { db } }: { library: TestLibrary }) {
  const ids = useLiveQuery(async () => libraryIds(db), [db]);
  return <p>{ids === undefined ? 'blank' : ids.join(' ') || 'none'}</p>;
}

const show = (library: TestLibrary) =>
  render(
    <FailureBoundary>
      <Ids library={library} />
    </FailureBoundary>,
  );

test('a database that cannot be opened is reported, though only live queries read it', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const library = openTestLibrary();
  vi.spyOn(library.indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('Internal error opening backing store.', 'UnknownError');
  });
  show(library);
  expect(await screen.findByText(failureSentence('database'))).toBeDefined();
});

test('a query that fails once reads again', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const library = openTestLibrary();
  const open = vi.spyOn(library.indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('Internal error opening backing store.', 'UnknownError');
  });
  show(library);
  await vi.waitFor(() => expect(open).toHaveBeenCalledTimes(4));
  open.mockRestore();
  expect(await screen.findByText('none')).toBeDefined();
});

test('a connection that closes under the page is opened again', async () => {
  const library = openTestLibrary();
  await savePaper(library, aPaper(1));
  show(library);
  await screen.findByText(aPaper(1).id);
  library.db.close({ disableAutoOpen: false });
  await savePaper(library, aPaper(2));
  expect(await screen.findByText(`${aPaper(2).id} ${aPaper(1).id}`)).toBeDefined();
});
