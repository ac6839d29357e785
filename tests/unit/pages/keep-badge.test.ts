// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepBadge } from '@/lib/pages/keep-badge';
import { announceChange } from '@/lib/messaging/announcements';
import { dailyFetch } from '@/lib/settings/daily-fetch';
import { eventually } from '../../fixtures/eventually';

const sent = vi.fn<(message: unknown) => Promise<unknown>>();

beforeEach(() => {
  fakeBrowser.reset();
  sent.mockReset().mockResolvedValue({ ok: true, value: null });
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(sent);
  keepBadge();
});

/** Has time for a message, and none for a page that waits before it sends one. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 50));

test('the background is told of a change at once, since the page may close', async () => {
  await dailyFetch.write({ timesADay: 1, notify: false });
  announceChange(['arxiv:2609.00001']);
  await settle();

  expect(sent.mock.calls).toEqual([
    [{ papershelf: 'daily-list.show-missed', payload: {}, id: expect.any(String) }],
  ]);
});

test('it is not woken while the daily list is off, when nothing is shown', async () => {
  announceChange(['arxiv:2609.00001']);
  await settle();

  expect(sent).not.toHaveBeenCalled();
});

test('a background that does not answer leaves the page as it is', async () => {
  const warned = vi.spyOn(console, 'warn').mockReturnValue();
  sent.mockRejectedValue(new Error('Could not establish connection.'));
  await dailyFetch.write({ timesADay: 1, notify: false });
  announceChange(['arxiv:2609.00001']);

  await eventually(() => expect(warned).toHaveBeenCalledOnce());
});

test('what changes soon after is shown with what follows, or as the page goes', async () => {
  await dailyFetch.write({ timesADay: 1, notify: false });
  announceChange(['arxiv:2609.00001']);
  await settle();
  for (const id of ['arxiv:2609.00002', 'arxiv:2609.00003'] as const) announceChange([id]);
  await settle();
  expect(sent).toHaveBeenCalledOnce();
  dispatchEvent(new Event('pagehide'));
  await settle();
  expect(sent).toHaveBeenCalledTimes(2);
});
