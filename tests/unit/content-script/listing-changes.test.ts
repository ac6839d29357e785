// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { ListingChanges } from '@/lib/content-script/listing/listing-changes';
import type { Notice } from '@/lib/content-script/listing/listing-state';
import { ShownPapers } from '@/lib/content-script/shown-papers';
import { Failure } from '@/lib/shared/failure';
import { FakeBackground, idOf, saved, unsaved } from './listing-for-tests';

const papers = [1, 2].map((number) => ({ id: idOf(number), title: `Paper ${number}` }));

function open() {
  const background = new FakeBackground();
  const shown = new ShownPapers(background.sendMessage, () => {});
  const setNotice = vi.fn<(notice: Notice | undefined) => void>();
  const state = {
    get notice(): Notice | undefined {
      return setNotice.mock.lastCall?.[0];
    },
    set notice(notice) {
      setNotice(notice);
    },
  };
  const changes = new ListingChanges(background.sendMessage, shown, state);
  return { background, shown, changes: Object.assign(changes, { notices: state }), setNotice };
}

/** The notice after all answers. */
async function noticeOf({
  notices,
}: {
  notices: { notice: Notice | undefined };
}): Promise<Notice | undefined> {
  await new Promise((resolve) => setTimeout(resolve));
  return notices.notice;
}

test('shows a dismissal, which can be undone', async () => {
  const { background, shown, changes } = open();
  changes.dismiss(idOf(1), true);
  const notice = await noticeOf(changes);
  expect(notice).toMatchObject({ kind: 'changed', change: { kind: 'dismiss' }, count: 1 });
  if (notice?.kind === 'changed') notice.undo?.();

  expect(await noticeOf(changes)).toBeUndefined();
  expect(shown.get(idOf(1)).dismissed).toBe(false);
  expect(background.of('papers.dismiss')).toEqual([
    { paperId: idOf(1), dismissed: true },
    { paperId: idOf(1), dismissed: false },
  ]);
});

test('shows a change without Undo when it cannot be undone', async () => {
  const { background, changes } = open();
  background.answers['listing.change'] = () => ({ states: [], count: 0, undo: null });
  changes.change(papers, { kind: 'save' });

  expect(await noticeOf(changes)).toMatchObject({ kind: 'changed', count: 0, undo: undefined });
  expect(changes.undo()).toBe(false);
});

test('changes and reverts several papers with one message', async () => {
  const { background, shown, changes } = open();
  const undo = { saved: [idOf(1)], changed: [], dismissed: [] };
  background.answers['listing.change'] = () => ({
    states: papers.map(({ id }) => saved(id)),
    count: 1,
    undo,
  });
  background.answers['listing.undo-change'] = () => [unsaved(idOf(1)), saved(idOf(2))];
  changes.change(papers, { kind: 'save' });
  const notice = await noticeOf(changes);
  // The other was already saved.
  expect(notice).toMatchObject({ kind: 'changed', count: 1 });
  expect(shown.get(idOf(1)).saved).toBe(true);
  if (notice?.kind === 'changed') notice.undo?.();

  expect(await noticeOf(changes)).toBeUndefined();
  expect(background.of('listing.change')).toEqual([
    { papers, change: { kind: 'save' }, at: expect.any(Number) },
  ]);
  expect(background.of('listing.undo-change')).toEqual([{ undo }]);
  expect([1, 2].map((number) => shown.get(idOf(number)).saved)).toEqual([false, true]);
});

test('shows a failure, which can be retried', async () => {
  const { background, changes } = open();
  background.answers['listing.change'] = () => {
    throw new Failure('storage-full');
  };
  changes.change(papers, { kind: 'save' });
  const failed = await noticeOf(changes);
  expect(failed).toMatchObject({ kind: 'failed', failure: { code: 'storage-full' } });
  background.answers['listing.change'] = () => ({
    states: [],
    undo: { saved: [], changed: [], dismissed: [] },
  });
  if (failed?.kind === 'failed') failed.retry();

  expect(await noticeOf(changes)).toMatchObject({ kind: 'changed', change: { kind: 'save' } });
  // The same time lets the background deduplicate.
  const [first, again] = background.of('listing.change');
  expect(again).toEqual(first);
});

test('undoes a change whose result is shown in a frame', () => {
  const { changes } = open();
  const undo = vi.fn();
  changes.notices.notice = { kind: 'in-frame', undo };

  expect(changes.undo()).toBe(true);
  expect(undo).toHaveBeenCalledOnce();
  changes.notices.notice = { kind: 'in-frame', undo: undefined };
  expect(changes.undo()).toBe(false);
});
