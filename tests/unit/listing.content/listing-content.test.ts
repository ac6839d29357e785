// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import content from '@/entrypoints/listing.content';
import type { LazyUi } from '@/entrypoints/listing.content/lazy/lazy-ui';
import { useEnglish } from '../components/english';

useEnglish();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('location', new URL('https://huggingface.co/papers/2609.00001'));
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue(undefined);
});
afterEach(() => {
  endScript();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  globalThis.papershelfLazyUi = undefined;
});

let isAlive: () => boolean = () => false;

/** Other tests have the same document: the script must not listen to it any more. */
function endScript(): void {
  const { runtime } = fakeBrowser;
  const { id } = runtime;
  Object.assign(runtime, { id: undefined });
  isAlive();
  Object.assign(runtime, { id });
  document.querySelector('[data-papershelf]')?.remove();
}

test('reads a paper page that is rendered late once it is settled', async () => {
  const paperPage = { visit: vi.fn(), read: vi.fn(), clear: vi.fn() };
  globalThis.papershelfLazyUi = {
    paperPage(options: { isAlive: typeof isAlive }) {
      ({ isAlive } = options);
      return paperPage;
    },
  } as unknown as LazyUi;
  void content.main({} as never);
  expect(paperPage.visit).toHaveBeenCalledTimes(1);
  document.body.innerHTML = '<main><h1>A title</h1></main>';
  await vi.advanceTimersByTimeAsync(5000);

  expect(paperPage.read).toHaveBeenCalled();
  endScript();
  expect(isAlive()).toBe(false);
});
