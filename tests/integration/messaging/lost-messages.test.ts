import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sendMessage } from '@/lib/messaging/client';
import { handleMessages, type Handlers } from '@/lib/messaging/server';
import type { PaperId } from '@/lib/papers/paper-id';

const paperIds: PaperId[] = ['arxiv:2609.00001'];
const states = vi.fn<Handlers['library.states']>();

/** How messages end, in their order: lost, or with the worker's death. The rest arrive. */
let onTheWay: ('lost' | 'dies')[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  fakeBrowser.reset();
  states.mockReset();
  onTheWay = [];
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((message: unknown) => {
    const fate = onTheWay.shift();
    if (fate === 'lost') return new Promise(() => {});
    if (fate === 'dies') return Promise.resolve();
    const sender = { id: fakeBrowser.runtime.id };
    return new Promise(
      (resolve) =>
        // As it goes over the wire.
        void fakeBrowser.runtime.onMessage.trigger(structuredClone(message), sender, resolve),
    );
  });
  handleMessages({ 'library.states': states } as Partial<Handlers> as Handlers);
});

afterEach(() => {
  vi.useRealTimers();
});

test('a message that is lost without a word is sent again', async () => {
  onTheWay = ['lost'];
  states.mockResolvedValue([]);
  const answer = sendMessage('library.states', { paperIds });

  await vi.runAllTimersAsync();
  expect(await answer).toEqual([]);
  expect(states).toHaveBeenCalledOnce();
});

test('a worker that dies over what was lost before is asked again', async () => {
  onTheWay = ['lost', 'dies'];
  states.mockResolvedValue([]);
  const answer = sendMessage('library.states', { paperIds });

  await vi.runAllTimersAsync();
  expect(await answer).toEqual([]);
});

test('what takes long is done once, though it is asked for again meanwhile', async () => {
  states.mockImplementation(() => new Promise((resolve) => setTimeout(() => resolve([]), 60_000)));
  const answer = sendMessage('library.states', { paperIds });

  await vi.runAllTimersAsync();
  expect(await answer).toEqual([]);
  expect(fakeBrowser.runtime.sendMessage).toHaveBeenCalledTimes(2);
  expect(states).toHaveBeenCalledOnce();
});

test('two questions that are the same are two', async () => {
  states.mockResolvedValue([]);
  await Promise.all([
    sendMessage('library.states', { paperIds }),
    sendMessage('library.states', { paperIds }),
  ]);

  expect(states).toHaveBeenCalledTimes(2);
});

test('a message to a background of another release is no longer waited for', async () => {
  onTheWay = ['lost'];
  const answer = sendMessage('library.states', { paperIds }).catch((failure: unknown) => failure);
  vi.spyOn(fakeBrowser.runtime, 'id', 'get').mockReturnValue(undefined as never);

  await vi.runAllTimersAsync();
  expect(await answer).toMatchObject({ code: 'outdated-page' });
});
