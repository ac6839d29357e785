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

/** Long enough to send a message, but not for a debounce. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 50));

test('notifies the background of a change at once, because the page may close', async () => {
  await dailyFetch.write({ timesADay: 1, notify: false });
  announceChange(['arxiv:2609.00001']);
  await settle();

  expect(sent.mock.calls).toEqual([
    [{ papershelf: 'daily-list.show-missed', payload: {}, id: expect.any(String) }],
  ]);
});

test('does not wake the background while the daily list is off', async () => {
  announceChange(['arxiv:2609.00001']);
  await settle();

  expect(sent).not.toHaveBeenCalled();
});

test('logs a warning when the background does not answer', async () => {
  const warned = vi.spyOn(console, 'warn').mockReturnValue();
  sent.mockRejectedValue(new Error('Could not establish connection.'));
  await dailyFetch.write({ timesADay: 1, notify: false });
  announceChange(['arxiv:2609.00001']);

  await eventually(() => expect(warned).toHaveBeenCalledOnce());
});

test('batches later changes and sends them when the page is hidden', async () => {
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
