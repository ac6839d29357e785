import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerTokens, confirmToken, relayTokens } from '@/lib/messaging/frame';

type Listener = (message: unknown, sender: object, answer: (value: unknown) => void) => void;

/** A content script that handed out `tokens`, in tab 7; sends it messages as the browser does. */
function contentScript(tokens: Set<string>) {
  const listeners: Listener[] = [];
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation(
    (listener) => void listeners.push(listener as Listener),
  );
  answerTokens((token) => tokens.delete(token), new AbortController().signal);
  return (message: unknown, sender: object): unknown => {
    let answer: unknown;
    for (const listener of listeners) listener(message, sender, (value) => (answer = value));
    return answer;
  };
}

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

test('confirms a token once, to the frame of the tab whose content script handed it out', async () => {
  const deliver = contentScript(new Set(['known']));
  const sendMessage = vi.fn(async (_tab: number, message: unknown, _options: object) =>
    deliver(message, { id: fakeBrowser.runtime.id }),
  );
  vi.spyOn(fakeBrowser.tabs, 'getCurrent').mockResolvedValue({ id: 7 } as never);
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(sendMessage as never);

  expect(await confirmToken('other')).toBe(false);
  expect(await confirmToken('known')).toBe(true);
  expect(await confirmToken('known')).toBe(false);
  expect(sendMessage.mock.calls.map(([tab, , options]) => [tab, options])).toEqual(
    Array.from({ length: 3 }, () => [7, { frameId: 0 }]),
  );
});

test('confirms nothing to others, or without a tab or a content script', async () => {
  const deliver = contentScript(new Set(['known']));
  expect(deliver({ papershelfFrame: 'known' }, { id: 'another-extension' })).toBeUndefined();
  vi.spyOn(fakeBrowser.tabs, 'getCurrent').mockResolvedValueOnce(undefined as never);
  expect(await confirmToken('known')).toBe(false);
  vi.spyOn(fakeBrowser.tabs, 'getCurrent').mockResolvedValueOnce({ id: 7 } as never);
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockRejectedValueOnce(new Error('No receiver'));
  expect(await confirmToken('known')).toBe(false);
});

test('the background asks the tab of the sender', async () => {
  const listeners: ((...message: unknown[]) => unknown)[] = [];
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation(
    (listener) => void listeners.push(listener as never),
  );
  relayTokens();
  const ask = vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockResolvedValue(true as never);
  const sender = { id: fakeBrowser.runtime.id, tab: { id: 7 } };
  const question = { papershelfFrame: 'known' };
  const answer = await new Promise((resolve) => listeners[0]?.(question, sender, resolve));

  expect(answer).toBe(true);
  expect(ask).toHaveBeenCalledWith(7, question, { frameId: 0 });
  expect(listeners[0]?.(question, { id: 'another-extension' }, () => {})).toBeUndefined();
});
