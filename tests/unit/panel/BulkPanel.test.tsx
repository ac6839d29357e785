// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BulkPanel } from '@/entrypoints/panel/BulkPanel';
import { Writes } from '@/entrypoints/panel/writes';
import { EXPORT_FORMATS, LISTING_CHOICES } from '@/lib/export/registry';
import type { BulkMenu, FromFrame } from '@/lib/messaging/frame';
import { sendMessage } from '@/lib/messaging/client';
import { Failure } from '@/lib/shared/failure';
import { useEnglish } from '../components/english';
import { FakeBackground, idOf, saved, unsaved } from '../content-script/listing-for-tests';

vi.mock('@/lib/messaging/client', () => ({ sendMessage: vi.fn() }));
useEnglish();
afterEach(cleanup);

const papers = [1, 2].map((number) => ({ id: idOf(number), title: `Paper ${number}` }));
let background: FakeBackground;
let sent: FromFrame[];
beforeEach(() => {
  background = new FakeBackground();
  background.answers['library.suggest-tags'] = () => [];
  vi.mocked(sendMessage).mockImplementation(background.sendMessage);
  sent = [];
});

/** The menu of a bulk action; `undo` is what the key calls. */
function open(kind: BulkMenu, typedAhead = '') {
  const undo: { current: (() => void) | undefined } = { current: undefined };
  const view = { kind, papers, exportChoices: [...LISTING_CHOICES] };
  const writes = new Writes(() => {});
  render(
    <BulkPanel
      view={view}
      hasFocus
      typedAhead={typedAhead}
      undo={undo}
      writes={writes}
      send={(message) => sent.push(message)}
    />,
  );
  return undo;
}

const settle = () => act(() => new Promise((resolve) => setTimeout(resolve)));

test('tags the papers, shows the result, and undoes it', async () => {
  const change = { saved: [idOf(1)], changed: [], dismissed: [] };
  background.answers['listing.change'] = () => ({
    states: papers.map(({ id }) => saved(id)),
    count: 2,
    undo: change,
  });
  background.answers['listing.undo-change'] = () => [unsaved(idOf(1))];
  open('tag');
  const field = screen.getByRole('combobox', { name: 'Add tag' });
  fireEvent.input(field, { target: { value: 'memory' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  await settle();

  expect(background.of('listing.change')).toEqual([
    { papers, change: { kind: 'add-tag', tag: 'memory' }, at: expect.any(Number) },
  ]);
  expect(screen.getByRole('status').textContent).toContain('2 papers tagged memory');
  expect(sent).toContainEqual({ kind: 'states', states: papers.map(({ id }) => saved(id)) });
  expect(sent.at(-1)).toEqual({ kind: 'result', canUndo: true });
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await settle();
  expect(background.of('listing.undo-change')).toEqual([{ undo: change }]);
  expect(sent.at(-1)).toEqual({ kind: 'close', anyway: false });
});

test('sets the status, and lets the key undo it', async () => {
  const change = { saved: [], changed: [], dismissed: [] };
  background.answers['listing.change'] = () => ({ states: [], count: 2, undo: change });
  background.answers['listing.undo-change'] = () => [];
  const undo = open('status');
  fireEvent.click(screen.getByRole('button', { name: 'Reading' }));
  await settle();
  expect(screen.getByRole('status').textContent).toContain('2 papers set to Reading');
  undo.current?.();
  await settle();

  expect(background.of('listing.undo-change')).toHaveLength(1);
});

test('shows a failure with a Retry button, which sends the same change', async () => {
  background.answers['listing.change'] = () => {
    throw new Failure('storage-full');
  };
  open('status');
  fireEvent.click(screen.getByRole('button', { name: 'Read' }));
  await settle();
  background.answers['listing.change'] = () => ({ states: [], count: 0, undo: null });
  fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
  await settle();

  expect(screen.getByRole('status').textContent).toBe('Nothing to change');
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  const [one, again] = background.of('listing.change');
  expect(again).toEqual(one);
});

test('exports in every format but backup, under the name from the background', async () => {
  const downloads: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    downloads.push(this.download);
  });
  const name = 'papershelf-2026-09-28.ris';
  background.answers['papers.export'] = () => ({ label: 'RIS', name, mime: 'x/y', text: 'TY' });
  open('export');
  const items = screen.getAllByRole('menuitem');
  expect(items.map(({ textContent }) => textContent)).toEqual(
    EXPORT_FORMATS.filter(({ id }) => id !== 'backup').map(({ label }) => label),
  );
  fireEvent.click(screen.getByRole('menuitem', { name: 'RIS' }));
  await settle();

  expect(background.of('papers.export')).toEqual([
    { paperIds: papers.map(({ id }) => id), format: 'ris' },
  ]);
  expect(downloads).toEqual([name]);
  expect(screen.getByRole('status').textContent).toBe('Exported 2 papers as RIS');
});

test('Escape closes the menu, but not while composing', () => {
  open('tag');
  const field = screen.getByRole('combobox', { name: 'Add tag' });
  fireEvent.keyDown(field, { key: 'Escape', isComposing: true });
  expect(sent).toEqual([]);
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(sent).toEqual([{ kind: 'close', anyway: false }]);
});

test('takes text typed before the menu appeared', async () => {
  background.answers['listing.change'] = () => ({ states: [], count: 2, undo: undefined });
  open('tag', 'mem');
  expect(screen.getByRole<HTMLInputElement>('combobox').value).toBe('mem');
  expect(background.of('listing.change')).toEqual([]);
  cleanup();
  open('tag', 'memory\n');
  await settle();
  expect(background.of('listing.change')).toEqual([
    { papers, change: { kind: 'add-tag', tag: 'memory' }, at: expect.any(Number) },
  ]);
  cleanup();
  open('status', 'read\n');
  await settle();
  expect(background.of('listing.change')).toHaveLength(1);
});
