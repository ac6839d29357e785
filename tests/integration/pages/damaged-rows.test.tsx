// @vitest-environment happy-dom
// Dexie watches a database only where there is one for everybody.
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { PaperList } from '@/entrypoints/popup/PaperList';
import { RowBoundary } from '@/components/list/RowBoundary';
import { FailureBoundary } from '@/components/feedback/FailureBoundary';
import { failureSentence } from '@/components/format/failure-messages';
import { savePaper } from '@/lib/library/entries/save-paper';
import { paperRows } from '@/lib/library/queries';
import { OpenPaper } from '@/lib/pages/OpenPaper';
import { usePage } from '@/lib/pages/page-context';
import { useEnglish } from '../../unit/components/english';
import { pageWith } from '../library-page/page-with';
import { aPaper, openTestLibrary } from '../library/library-for-tests';

useEnglish();
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

async function aDamagedLibrary() {
  const library = openTestLibrary();
  for (const number of [1, 2, 3]) await savePaper(library, aPaper(number));
  const { id } = aPaper(2);
  const entry = { ...(await library.db.entries.get(id)), tags: null, status: 'lost' };
  await library.db.table('entries').put(entry);
  return { library, id, entry };
}

function Throws(): never {
  throw new TypeError('undefined is not an object');
}

test('a row that cannot be drawn leaves the others, and a link to look at it', () => {
  vi.spyOn(console, 'error').mockReturnValue();
  render(
    <ul>
      <RowBoundary name="one">
        <li>one</li>
      </RowBoundary>
      <RowBoundary name="two" href="#/paper/two">
        <Throws />
      </RowBoundary>
    </ul>,
  );
  expect(screen.getByText('one')).toBeDefined();
  expect(screen.getByRole('link', { name: 'two' }).getAttribute('href')).toBe('#/paper/two');
});

test('a failed drawing says so, and not that something was not saved', () => {
  vi.spyOn(console, 'error').mockReturnValue();
  render(
    <FailureBoundary>
      <Throws />
    </FailureBoundary>,
  );
  expect(screen.getByRole('alert').textContent).toContain(failureSentence('not-shown'));
});

test('the popup lists a damaged row, marked', async () => {
  const { library } = await aDamagedLibrary();
  const rows = await paperRows(
    library.db,
    [1, 2, 3].map((number) => aPaper(number).id),
  );
  const done = async () => true;
  render(<PaperList rows={rows} onNearEnd={() => {}} onSave={done} onRemove={done} />);
  expect(screen.getAllByRole('listitem')).toHaveLength(3);
  expect(screen.getAllByText('Damaged data')).toHaveLength(1);
});

test('an open paper shows what is stored, and removes it with Undo', async () => {
  const { library, id, entry } = await aDamagedLibrary();
  function Undo() {
    const { undo } = usePage().undoOffers;
    return undo ? <button onClick={undo.onUndo}>Undo</button> : null;
  }
  const never = async () => true;
  const actions = {
    save: never,
    remove: never,
    edit: never,
    leaveNote: () => {},
    saveNote: async () => '',
    suggestTags: async () => [],
  };
  render(
    <>
      <Undo />
      <OpenPaper
        paperId={id}
        actions={actions}
        takesFocus={false}
        onBack={() => {}}
        exporting={undefined}
        notices={null}
      />
    </>,
    { wrapper: pageWith(library) },
  );
  const data = await screen.findByText(/"status": "lost"/);
  expect(data.textContent).toContain('"tags": null');
  fireEvent.click(screen.getByRole('button', { name: 'Remove the damaged data' }));
  await waitFor(async () => expect(await library.db.entries.get(id)).toBeUndefined());
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await library.db.entries.get(id)).toEqual(entry));
});
