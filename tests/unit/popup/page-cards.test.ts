import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pageCards } from '@/lib/messaging/page-cards';
import { idOf } from '../content-script/listing-for-tests';

const cards = {
  listing: { kind: 'daily', key: 'fake/daily' },
  paperIds: [idOf(1)],
  newIds: [],
  cardsFound: 1,
};
const asked = vi.fn<() => Promise<unknown>>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(asked);
});
afterEach(() => void vi.useRealTimers());

test('a listing that has yet to draw its cards is asked again', async () => {
  asked.mockResolvedValueOnce(null).mockResolvedValueOnce(null).mockResolvedValue(cards);
  const answer = pageCards(1);
  await vi.advanceTimersByTimeAsync(1000);

  expect(await answer).toEqual(cards);
  expect(asked).toHaveBeenCalledTimes(3);
});

test('a page of the site that never says anything is none, in the end', async () => {
  asked.mockResolvedValue(null);
  const told = vi.fn();
  const answer = pageCards(1).then(told);
  await vi.advanceTimersByTimeAsync(3000);
  expect(told).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2000);
  await answer;

  expect(told).toHaveBeenCalledExactlyOnceWith(undefined);
});

test('a tab in which nobody listens, or that goes while it is asked, is none at once', async () => {
  asked.mockRejectedValue(new Error('Could not establish connection'));
  expect(await pageCards(1)).toBeUndefined();
  asked.mockReset().mockResolvedValueOnce(null).mockRejectedValue(new Error('No tab'));
  const answer = pageCards(1);
  await vi.advanceTimersByTimeAsync(1000);

  expect(await answer).toBeUndefined();
  expect(asked).toHaveBeenCalledTimes(2);
});
