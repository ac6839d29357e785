// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SeenReporter } from '@/lib/content-script/seen/seen-reporter';
import { Failure } from '@/lib/shared/failure';
import { FakeBackground, idOf } from './listing-for-tests';

let background: FakeBackground;
let key: string | null;
let report: SeenReporter;
let ending: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  background = new FakeBackground();
  key = 'fake/daily';
  ending = new AbortController();
  report = new SeenReporter(document, background.sendMessage, () => key, ending.signal);
});
afterEach(() => {
  ending.abort();
  vi.useRealTimers();
});

const told = () => background.of('papers.seen');

test('papers seen within a second are told together', async () => {
  report.add(idOf(1));
  await vi.advanceTimersByTimeAsync(900);
  report.add(idOf(2));
  await vi.advanceTimersByTimeAsync(5000);

  expect(told()).toEqual([{ paperIds: [idOf(1), idOf(2)], listingKey: 'fake/daily' }]);
});

test.each([
  ['the page goes', () => window.dispatchEvent(new Event('pagehide'))],
  [
    'it is looked away from',
    () => {
      vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
      document.dispatchEvent(new Event('visibilitychange'));
    },
  ],
])('when %s, what is left is told, and that the visit went on till then', async (_, leave) => {
  report.add(idOf(1));
  leave();
  leave();
  await vi.advanceTimersByTimeAsync(5000);

  expect(told()).toEqual([
    { paperIds: [idOf(1)], listingKey: 'fake/daily' },
    { paperIds: [], listingKey: 'fake/daily' },
  ]);
});

test.each(['click', 'keydown', 'scroll'])(
  'at each %s the visit goes on, and is told so once a minute',
  async (act) => {
    // What is ours keeps its events from the page.
    const ours = document.body.appendChild(document.createElement('div'));
    ours.addEventListener(act, (event) => event.stopPropagation());
    const half = async () => {
      ours.dispatchEvent(new Event(act, { bubbles: true }));
      await vi.advanceTimersByTimeAsync(30_000);
    };
    for (let minutes = 0; minutes < 2; minutes += 0.5) await half();
    expect(told()).toEqual([
      { paperIds: [], listingKey: 'fake/daily' },
      { paperIds: [], listingKey: 'fake/daily' },
    ]);
    key = null;
    await half();
    key = 'fake/trending';
    await half();

    expect(told().slice(2)).toEqual([{ paperIds: [], listingKey: 'fake/trending' }]);
  },
);

test('before a listing is recorded there is nothing to flush but papers', async () => {
  key = null;
  await report.flush();
  expect(told()).toEqual([]);
  report.add(idOf(1));
  await report.flush();

  expect(told()).toEqual([{ paperIds: [idOf(1)], listingKey: null }]);
});

test('what could not be told is told with what comes next', async () => {
  background.answers['papers.seen'] = () => {
    throw new Failure('no-answer');
  };
  report.add(idOf(1));
  await report.flush();
  background.answers['papers.seen'] = () => null;
  report.add(idOf(2));
  await report.flush();

  expect(told().at(-1)).toEqual({ paperIds: [idOf(2), idOf(1)].reverse(), listingKey: key });
});
