import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sendMessage } from '@/lib/messaging/client';
import { handleMessages, type Handlers } from '@/lib/messaging/server';
import type { PaperId } from '@/lib/papers/paper-id';

const paperIds: PaperId[] = ['arxiv:2609.00001'];
const states = vi.fn<Handlers['library.states']>();

/** The fates of the next messages; further messages arrive. */
let fates: ('lost' | 'killed')[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  fakeBrowser.reset();
  states.mockReset();
  fates = [];
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((message: unknown) => {
    const fate = fates.shift();
    if (fate === 'lost') return new Promise(() => {});
    if (fate === 'killed') return Promise.resolve();
    const sender = { id: fakeBrowser.runtime.id, url: fakeBrowser.runtime.getURL('/popup.html') };
    return new Promise(
      (resolve) =>
        void fakeBrowser.runtime.onMessage.trigger(structuredClone(message), sender, resolve),
    );
  });
  handleMessages({ 'library.states': states } as Partial<Handlers> as Handlers);
});

afterEach(() => {
  vi.useRealTimers();
});

test.each([1, 2, 5])('sends a message again that was lost %d times', async (times) => {
  fates = Array.from({ length: times }, () => 'lost');
  states.mockResolvedValue([]);
  const answer = sendMessage('library.states', { paperIds });

  await vi.runAllTimersAsync();
  expect(await answer).toEqual([]);
  expect(states).toHaveBeenCalledOnce();
});

test('retries when the worker is killed during the second attempt', async () => {
  fates = ['lost', 'killed'];
  states.mockResolvedValue([]);
  const answer = sendMessage('library.states', { paperIds });

  await vi.runAllTimersAsync();
  expect(await answer).toEqual([]);
});

test('gives up when the worker is killed three times', async () => {
  fates = ['killed', 'killed', 'killed'];
  const answer = sendMessage('library.states', { paperIds }).catch((failure: unknown) => failure);

  await vi.runAllTimersAsync();
  expect(await answer).toMatchObject({ code: 'no-answer' });
  expect(states).not.toHaveBeenCalled();
});

test('waits for a lost message while one sent again is not answered', async () => {
  const late = vi.fn<(answer: unknown) => void>();
  vi.mocked(fakeBrowser.runtime.sendMessage)
    .mockImplementationOnce(() => new Promise((resolve) => late.mockImplementation(resolve)))
    .mockResolvedValueOnce(undefined as never);
  const answer = sendMessage('library.states', { paperIds });
  await vi.advanceTimersByTimeAsync(1500);
  late({ ok: true, value: [] });

  expect(await answer).toEqual([]);
  expect(fakeBrowser.runtime.sendMessage).toHaveBeenCalledTimes(2);
});

test('runs a slow request once, though it is sent again', async () => {
  states.mockImplementation(() => new Promise((resolve) => setTimeout(() => resolve([]), 60_000)));
  const answer = sendMessage('library.states', { paperIds });

  await vi.runAllTimersAsync();
  expect(await answer).toEqual([]);
  expect(vi.mocked(fakeBrowser.runtime.sendMessage).mock.calls.length).toBeGreaterThan(1);
  expect(states).toHaveBeenCalledOnce();
});

test('runs two equal requests twice', async () => {
  states.mockResolvedValue([]);
  await Promise.all([
    sendMessage('library.states', { paperIds }),
    sendMessage('library.states', { paperIds }),
  ]);

  expect(states).toHaveBeenCalledTimes(2);
});

test('fails with outdated-page when the extension was updated', async () => {
  fates = ['lost'];
  const answer = sendMessage('library.states', { paperIds }).catch((failure: unknown) => failure);
  vi.spyOn(fakeBrowser.runtime, 'id', 'get').mockReturnValue(undefined as never);

  await vi.runAllTimersAsync();
  expect(await answer).toMatchObject({ code: 'outdated-page' });
});
