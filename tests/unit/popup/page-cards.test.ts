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
const sendMessage = vi.fn<() => Promise<unknown>>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(sendMessage);
});
afterEach(() => void vi.useRealTimers());

test('asks again until the listing has cards', async () => {
  sendMessage.mockResolvedValueOnce(null).mockResolvedValueOnce(null).mockResolvedValue(cards);
  const answer = pageCards(1);
  await vi.advanceTimersByTimeAsync(1000);

  expect(await answer).toEqual(cards);
  expect(sendMessage).toHaveBeenCalledTimes(3);
});

test('returns undefined after a while for a page without an answer', async () => {
  sendMessage.mockResolvedValue(null);
  const onAnswer = vi.fn();
  const answer = pageCards(1).then(onAnswer);
  await vi.advanceTimersByTimeAsync(3000);
  expect(onAnswer).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2000);
  await answer;

  expect(onAnswer).toHaveBeenCalledExactlyOnceWith(undefined);
});

test('returns undefined at once for a tab without a listener or a closed one', async () => {
  sendMessage.mockRejectedValue(new Error('Could not establish connection'));
  expect(await pageCards(1)).toBeUndefined();
  sendMessage.mockReset().mockResolvedValueOnce(null).mockRejectedValue(new Error('No tab'));
  const answer = pageCards(1);
  await vi.advanceTimersByTimeAsync(1000);

  expect(await answer).toBeUndefined();
  expect(sendMessage).toHaveBeenCalledTimes(2);
});
