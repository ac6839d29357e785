// @vitest-environment happy-dom
// Dexie's liveQuery works only with the global IndexedDB.
import 'fake-indexeddb/auto';
import { act, cleanup, render, renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { LibraryPage } from '@/entrypoints/library/LibraryPage';
import { useDigest } from '@/entrypoints/library/digest/use-digest';
import { savePaper } from '@/lib/library/entries/save-paper';
import { recordListing } from '@/lib/library/record/record-listing';
import { useQuery, useSearch } from '@/lib/pages/search/use-search';
import { digestPeriod } from '@/lib/settings/digest-period';
import { useEnglish } from '../../unit/components/english';
import { pageWith } from '../library-page/page-with';
import { aPaper, aReading, openTestLibrary, type TestLibrary } from '../library/library-for-tests';

useEnglish();

const EVENING = new Date(2026, 8, 28, 23, 50).getTime();
const MORNING = new Date(2026, 8, 29, 0, 10).getTime();

let library: TestLibrary;

beforeEach(async () => {
  fakeBrowser.reset();
  // The clock is the library's; Dexie and the page need the other timers.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  library = openTestLibrary();
  library.clock.time = EVENING;
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  location.hash = '';
  history.replaceState(null, '', '?');
});

const shown = (selector: string): string =>
  [...document.querySelectorAll(selector)].map(({ textContent }) => textContent).join(' ');

function passMidnight(): void {
  library.clock.time = MORNING;
  act(() => void vi.advanceTimersByTime(60_000));
}

it('counts saved:today from the new day, with its facets', async () => {
  await savePaper(library, aPaper(1));
  const { result } = renderHook(
    () => useSearch(useQuery('saved:today'), { facets: true, active: true }),
    { wrapper: pageWith(library) },
  );
  await vi.waitFor(() => expect(result.current.found?.facets?.total).toBe(1));

  passMidnight();
  await vi.waitFor(() => expect(result.current).toMatchObject({ answered: true }));
  expect(result.current.found).toMatchObject({ ids: [], facets: { total: 0 } });
});

it('moves the start of the digest of a week, and its count', async () => {
  await recordListing(
    library,
    aReading([aPaper(1, { listedOn: '2026-09-21' })], 'hf/daily/2026-09-21'),
    library.clock.time,
  );
  await digestPeriod.write('week');
  location.hash = '#/trash';
  render(<LibraryPage />, { wrapper: pageWith(library) });
  const { result } = renderHook(() => useDigest('week'), { wrapper: pageWith(library) });
  await vi.waitFor(() => expect(result.current.list).toMatchObject({ since: '2026-09-21' }));
  await vi.waitFor(() => expect(shown('a[href="#/digest"]')).toContain('1'));

  passMidnight();
  await vi.waitFor(() =>
    expect(result.current.list).toMatchObject({ since: '2026-09-22', papers: [] }),
  );
  await vi.waitFor(() => expect(shown('a[href="#/digest"]')).not.toContain('1'));
});

it('keeps the rows of a digest that begins on the same day', async () => {
  await recordListing(library, aReading([aPaper(1)]), library.clock.time);
  const { result } = renderHook(() => useDigest('unseen'), { wrapper: pageWith(library) });
  await vi.waitFor(() => expect(result.current.list).toBeDefined());
  const { list } = result.current;

  passMidnight();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(result.current.list).toBe(list);
});
