// @vitest-environment happy-dom
// Dexie's liveQuery works only with the global IndexedDB.
import 'fake-indexeddb/auto';
import {
  act,
  cleanup,
  createEvent,
  fireEvent,
  render,
  screen,
  waitFor,
} from '@testing-library/preact';
import { useLayoutEffect } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DigestView } from '@/entrypoints/library/digest/DigestView';
import { download } from '@/lib/shared/download';
import { usePage } from '@/lib/pages/page-context';
import type { TaskRunner } from '@/lib/pages/actions/use-task-runner';
import { recordListing } from '@/lib/library/record/record-listing';
import { useEnglish } from '../../unit/components/english';
import { pageWith } from './page-with';
import { aPaper, aReading, openTestLibrary, type TestLibrary } from '../library/library-for-tests';

// Saving a file needs a browser.
vi.mock('@/lib/shared/download');

useEnglish();
afterEach(cleanup);

const PAPERS = [1, 2, 3].map((number) =>
  aPaper(number, { title: `Paper ${number}`, upvotes: 10 - number, listedOn: '2026-09-28' }),
);

let library: TestLibrary;
let tasks: TaskRunner;

beforeEach(async () => {
  fakeBrowser.reset();
  location.hash = '#/digest';
  library = openTestLibrary();
  await recordListing(library, aReading(PAPERS), library.clock.time);
});

function Page() {
  const page = usePage();
  useLayoutEffect(() => {
    ({ tasks } = page);
  });
  return <DigestView />;
}

async function open(): Promise<void> {
  render(<Page />, { wrapper: pageWith(library) });
  await screen.findByRole('link', { name: 'Paper 1' });
  await waitFor(() => {
    press('j');
    expect(focused()).toBe('Paper 1');
  });
}

const focused = () => document.activeElement?.textContent;
const note = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Note' });
const entries = () => library.db.entries.toArray();

function press(...keys: string[]): void {
  for (const key of keys) {
    const target = document.activeElement ?? document.body;
    const event = createEvent.keyDown(target, { key }) as KeyboardEvent;
    // Missing in happy-dom.
    event.getModifierState = () => false;
    fireEvent(target, event);
  }
}

/** Blocks the task queue. @returns unblocks it */
function blockTasks(): () => void {
  let unblock = (): void => {};
  const waits = new Promise<void>((resolve) => (unblock = resolve));
  act(() => void tasks.run('Waiting', () => waits));
  return unblock;
}

/** Has every write fail. @returns ends that with `mockRestore` */
function fillStorage() {
  const { transaction } = library.db;
  return vi
    .spyOn(library.db, 'transaction')
    .mockImplementation(((...args: unknown[]) =>
      args[0] === 'rw'
        ? Promise.reject(new DOMException('full', 'QuotaExceededError'))
        : Reflect.apply(transaction, library.db, args)) as typeof transaction);
}

describe('DigestView, when the note key is pressed on an unsaved paper', () => {
  test('keeps everything typed while the paper is being saved', async () => {
    await open();
    const unblock = blockTasks();
    press('n', 'd', 's');
    await screen.findByRole('heading', { level: 2, name: 'Paper 1' });
    press('j', 'd');
    unblock();

    await waitFor(async () => expect((await note()).value).toBe('dsjd'));
    expect(document.activeElement).toBe(await note());
    await waitFor(async () => expect(await entries()).toMatchObject([{ note: 'dsjd' }]));
    expect(await library.db.dismissals.count()).toBe(0);
  });

  test('keeps the note, and does not move the focus back, when the reader moves on', async () => {
    await open();
    const unblock = blockTasks();
    press('n', 'm', 'y', 'Escape');
    await waitFor(() => expect(location.hash).toBe('#/digest'));
    press('j');
    expect(focused()).toBe('Paper 2');
    unblock();

    await waitFor(async () => expect(await entries()).toMatchObject([{ note: 'my' }]));
    press('o');
    await screen.findByRole('heading', { level: 2, name: 'Paper 2' });
    press('Escape');
    expect(focused()).toBe('Paper 2');
  });

  test('keeps the note when Back closes the paper, and handles keys again', async () => {
    await open();
    const unblock = blockTasks();
    press('n', 'm', 'y');
    await screen.findByRole('heading', { level: 2, name: 'Paper 1' });
    location.hash = '#/digest';
    await waitFor(() =>
      expect(screen.queryByRole('heading', { level: 2, name: 'Paper 1' })).toBeNull(),
    );
    unblock();

    await waitFor(async () => expect(await entries()).toMatchObject([{ note: 'my' }]));
    press('j');
    expect(focused()).toBe('Paper 2');
  });

  test('keeps the note when the digest is unmounted', async () => {
    await open();
    blockTasks();
    press('n', 'm', 'y');
    cleanup();

    await waitFor(async () => expect(await entries()).toMatchObject([{ note: 'my' }]));
  });

  test('keeps the note when the save succeeds only on retry', async () => {
    await open();
    const full = fillStorage();
    press('n', 'm', 'y');
    await waitFor(() => expect(tasks.failure).toBeDefined());
    full.mockRestore();
    act(() => tasks.failure?.onRetry?.());

    await waitFor(async () => expect((await note()).value).toBe('my'));
  });

  test('focuses the note only the first time the paper is opened', async () => {
    await open();
    press('n');
    await waitFor(async () => expect(document.activeElement).toBe(await note()));
    press('Escape');
    expect(focused()).toBe('Paper 1');
    press('Escape');
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Note' })).toBeNull());
    press('o');
    const title = await screen.findByRole('heading', { level: 2, name: 'Paper 1' });

    await waitFor(() => expect(document.activeElement).toBe(title));
  });
});

test('focuses the tag field again while the paper is being saved', async () => {
  await open();
  blockTasks();
  press('t');
  const field = await screen.findByRole('combobox', { name: 'Add tag' });
  await waitFor(() => expect(document.activeElement).toBe(field));
  press('Escape');
  expect(focused()).toBe('Paper 1');
  press('t');

  await waitFor(() => expect(document.activeElement).toBe(field));
});

test('shows a paper that is saved after it was dismissed as not dismissed', async () => {
  await open();
  press('d');
  await screen.findByText('Dismissed');
  press('k', 's');
  await waitFor(() => expect(screen.queryByText('Dismissed')).toBeNull());
  fireEvent.click(screen.getByRole('button', { name: 'Export as Markdown' }));

  expect(vi.mocked(download).mock.lastCall?.[2]).toContain('### [Paper 1]');
});

test('exports nothing and says so in print when every paper is dismissed', async () => {
  await open();
  for (const number of [1, 2, 3]) {
    press('d');
    await waitFor(() => expect(screen.getAllByText('Dismissed')).toHaveLength(number));
  }
  expect(focused()).toBe('Paper 3');

  expect(screen.getByText('All of these papers were dismissed.')).toBeTruthy();
  vi.mocked(download).mockClear();
  fireEvent.click(screen.getByRole('button', { name: 'Export as Markdown' }));
  expect(download).not.toHaveBeenCalled();
});

test('undoes the last action by key while it is still being stored', async () => {
  await open();
  press('s');
  await screen.findByText('2 of 3 left');
  const unblock = blockTasks();
  press('j', 'd', 'z');
  unblock();
  // Wait until the queue is empty.
  await tasks.run('Waiting', async () => {});
  await tasks.run('Waiting', async () => {});

  expect(await library.db.dismissals.count()).toBe(0);
  expect(await entries()).toHaveLength(1);
});

test('marks all as seen, and undoes it', async () => {
  await open();
  fireEvent.click(screen.getByRole('button', { name: 'Mark all as seen' }));
  await screen.findByText('0 of 3 left');
  press('z');

  await screen.findByText('3 papers', { selector: '.bar-count' });
});

describe('while it is being stored', () => {
  const ofPaper1 = (name: string) => screen.queryByRole('button', { name: `${name} Paper 1` });
  const count = (words: string) => screen.queryByText(words, { selector: '.bar-count' });

  test('a dismissal is shown at once, and so is its undo', async () => {
    await open();
    const go = blockTasks();
    fireEvent.click(ofPaper1('Dismiss')!);
    expect(screen.getByText('Dismissed')).toBeTruthy();
    expect(count('2 of 3 left')).toBeTruthy();
    const late = aPaper(4, { listedOn: '2026-09-28' });
    await recordListing(library, aReading([late]), library.clock.time);
    await screen.findByRole('button', { name: 'Show 1 new arrival' });
    expect(screen.getByText('Dismissed')).toBeTruthy();
    fireEvent.click(ofPaper1('Undo dismissing')!);
    expect(screen.queryByText('Dismissed')).toBeNull();
    expect(count('3 papers')).toBeTruthy();

    go();
    await tasks.ended();
    expect(await library.db.dismissals.count()).toBe(0);
    expect(screen.queryByText('Dismissed')).toBeNull();
  });

  test('a dismissal that could not be stored is reverted, with an error', async () => {
    await open();
    fillStorage();
    fireEvent.click(ofPaper1('Dismiss')!);
    expect(screen.getByText('Dismissed')).toBeTruthy();

    await waitFor(() => expect(ofPaper1('Dismiss')).toBeTruthy());
    expect(tasks.failure?.code).toBe('storage-full');
    expect(count('3 papers')).toBeTruthy();
  });

  test('a paper is saved and removed at once', async () => {
    await open();
    const go = blockTasks();
    press('s');
    expect(ofPaper1('Saved')).toBeTruthy();
    expect(screen.getByRole('radiogroup', { name: 'Status' })).toBeTruthy();
    expect(count('2 of 3 left')).toBeTruthy();
    go();
    await waitFor(async () => expect(await entries()).toHaveLength(1));
    fireEvent.click(ofPaper1('Saved')!);
    expect(ofPaper1('Save')).toBeTruthy();
    await waitFor(async () =>
      expect(await entries()).toMatchObject([{ removedAt: library.clock.time }]),
    );
    expect(ofPaper1('Save')).toBeTruthy();
  });

  test('a paper that is removed before it is saved, and a tag before it is added, are gone', async () => {
    await open();
    const go = blockTasks();
    press('s');
    const field = screen.getByRole('combobox', { name: 'Add tag' });
    fireEvent.input(field, { target: { value: 'brain' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    fireEvent.click(screen.getByRole('button', { name: 'Remove tag brain' }));
    fireEvent.click(ofPaper1('Saved')!);
    go();

    const removedAt = library.clock.time;
    await waitFor(async () => expect(await entries()).toMatchObject([{ tags: [], removedAt }]));
    expect(ofPaper1('Save')).toBeTruthy();
    expect(tasks.failure).toBeUndefined();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('all are marked as seen at once', async () => {
    await open();
    blockTasks();
    fireEvent.click(screen.getByRole('button', { name: 'Mark all as seen' }));
    expect(count('0 of 3 left')).toBeTruthy();
  });

  test('a saved paper keeps its chosen status and tags', async () => {
    await open();
    press('s');
    await waitFor(async () => expect(await entries()).toHaveLength(1));
    const go = blockTasks();
    fireEvent.click(await screen.findByRole('radio', { name: 'Read' }));
    const field = screen.getByRole('combobox', { name: 'Add tag' });
    fireEvent.input(field, { target: { value: 'brain' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    await library.db.entries.toCollection().modify({ note: 'elsewhere' });
    const isRead = () => screen.getByRole<HTMLInputElement>('radio', { name: 'Read' }).checked;
    expect(isRead()).toBe(true);
    expect(screen.getByRole('button', { name: 'Remove tag brain' })).toBeTruthy();
    go();
    await waitFor(async () => expect(await entries()).toMatchObject([{ tags: ['brain'] }]));
    expect(isRead()).toBe(true);
  });
});
