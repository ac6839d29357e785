// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SeenReporter } from '@/lib/content-script/seen/seen-reporter';
import { Failure } from '@/lib/shared/failure';
import { madeUp } from '../../fixtures/made-up';
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

const reports = () => background.of('papers.seen');

test('sends papers seen within a second together', async () => {
  report.add(idOf(1));
  await vi.advanceTimersByTimeAsync(900);
  report.add(idOf(2));
  await vi.advanceTimersByTimeAsync(5000);

  expect(reports()).toEqual([{ paperIds: [idOf(1), idOf(2)], listingKey: 'fake/daily' }]);
});

test.each([
  ['the page closes', () => window.dispatchEvent(new Event('pagehide'))],
  [
    'the tab is hidden',
    () => {
      vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
      document.dispatchEvent(new Event('visibilitychange'));
    },
  ],
])('sends pending papers and the activity when %s', async (_, leave) => {
  report.add(idOf(1));
  leave();
  leave();
  await vi.advanceTimersByTimeAsync(5000);

  expect(reports()).toEqual([
    { paperIds: [idOf(1)], listingKey: 'fake/daily' },
    { paperIds: [], listingKey: 'fake/daily' },
  ]);
});

test.each(['click', 'keydown', 'scroll'])(
  'sends activity at most once a minute on %s',
  async (act) => {
    // Our own elements stop the propagation of their events.
    const ownElement = document.body.appendChild(document.createElement('div'));
    ownElement.addEventListener(act, (event) => event.stopPropagation());
    const half = async () => {
      ownElement.dispatchEvent(new Event(act, { bubbles: true }));
      await vi.advanceTimersByTimeAsync(30_000);
    };
    for (let minutes = 0; minutes < 2; minutes += 0.5) await half();
    expect(reports()).toEqual([
      { paperIds: [], listingKey: 'fake/daily' },
      { paperIds: [], listingKey: 'fake/daily' },
    ]);
    key = null;
    await half();
    key = 'fake/trending';
    await half();

    expect(reports().slice(2)).toEqual([{ paperIds: [], listingKey: 'fake/trending' }]);
  },
);

test.each([
  ['pagehide', () => window],
  ['click', () => document],
  ['keydown', () => document],
  ['scroll', () => document],
] as const)('sends nothing on a made-up %s', async (type, target) => {
  target().dispatchEvent(madeUp(new Event(type)));
  await vi.advanceTimersByTimeAsync(5000);

  expect(reports()).toEqual([]);
});

test('flushes only papers before the listing is recorded', async () => {
  key = null;
  await report.flush();
  expect(reports()).toEqual([]);
  report.add(idOf(1));
  await report.flush();

  expect(reports()).toEqual([{ paperIds: [idOf(1)], listingKey: null }]);
});

test('sends papers again after a failure', async () => {
  background.answers['papers.seen'] = () => {
    throw new Failure('no-answer');
  };
  report.add(idOf(1));
  await report.flush();
  background.answers['papers.seen'] = () => null;
  report.add(idOf(2));
  await report.flush();

  expect(reports().at(-1)).toEqual({ paperIds: [idOf(2), idOf(1)].reverse(), listingKey: key });
});
