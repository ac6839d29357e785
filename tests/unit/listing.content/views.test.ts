// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LazyUi } from '@/entrypoints/listing.content/lazy/lazy-ui';
import type { loadLazyUi } from '@/entrypoints/listing.content/lazy/load-lazy-ui';
import { createShadowHost, type ShadowHost } from '@/lib/content-script/dom/shadow-host';
import { madeUp } from '../../fixtures/made-up';
import { useEnglish } from '../components/english';
import { idOf, openListing } from '../content-script/listing-for-tests';

const loading = vi.hoisted((): Parameters<typeof loadLazyUi>[0][] => []);
// The script itself exists only in a build.
vi.mock('@/entrypoints/listing.content/lazy/load-lazy-ui', () => ({
  loadLazyUi: (use: Parameters<typeof loadLazyUi>[0]) =>
    globalThis.papershelfLazyUi ? use(globalThis.papershelfLazyUi) : loading.push(use),
}));

useEnglish();

let ending: AbortController;
beforeEach(() => {
  ending = new AbortController();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => {
  ending.abort();
  vi.useRealTimers();
  globalThis.papershelfLazyUi = undefined;
  loading.length = 0;
});

/** A listing before the lazy UI is loaded. */
async function open() {
  // Other tests in this process may have loaded it with the script itself.
  vi.resetModules();
  const { listingViews } = await import('@/entrypoints/listing.content/views');
  const listing = openListing();
  const { page } = listing;
  listing.visit('/papers');
  listing.show([1]);
  await listing.read();
  const hosts: ShadowHost[] = [];
  const makeHost = () => {
    const host = createShadowHost(document, '', {});
    hosts.push(host);
    return host;
  };
  const views = listingViews(document, page, makeHost, ending.signal);
  const act = vi.spyOn(page.commands, 'act').mockReturnValue(true);
  const load = () => {
    const lazyUi = { listing: () => ({ commands: page.commands }) } as unknown as LazyUi;
    globalThis.papershelfLazyUi = lazyUi;
    for (const use of loading.splice(0)) use(lazyUi);
  };
  return { ...listing, views, hosts, act, load };
}

/** Returns whether the key was hidden from the page. */
function press(key: string): boolean {
  const event = new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true });
  document.body.dispatchEvent(event);
  return event.defaultPrevented;
}

test('leaves keys without a paper to act on to the page', async () => {
  const { act } = await open();

  expect(['s', 'n', 'u'].map(press)).toEqual([false, false, false]);
  expect(act).not.toHaveBeenCalled();
});

test('sends keys to the commands once they are loaded', async () => {
  const { act, load } = await open();
  load();

  expect(press('j')).toBe(true);
  expect(press('s')).toBe(true);
  expect(act.mock.calls).toEqual([['next'], ['save']]);
});

test('runs no command from the text typed after a key that opens a field', async () => {
  const { act, load } = await open();

  expect(['j', 'n', 'd', 's'].map(press)).toEqual([true, true, true, true]);
  load();
  expect(act.mock.calls).toEqual([['next'], ['note']]);
  press('d');
  expect(act.mock.lastCall).toEqual(['dismiss']);
});

test('dismisses a paper at once, before the commands are loaded', async () => {
  const { page, background, elementOf, views, hosts } = await open();
  const card = { element: elementOf(1), paperId: idOf(1), title: 'One', corner: 'top-right' };
  const view = views.card(card as never);
  view.place(card.element);
  view.draw(page.state.card(idOf(1)));
  hosts.at(-1)?.root.querySelector<HTMLElement>('.ps-card-dismiss')?.click();

  expect(page.papers.get(idOf(1)).dismissed).toBe(true);
  expect(background.of('papers.dismiss')).toEqual([{ paperId: idOf(1), dismissed: true }]);
});

test('loads the lazy script once the pointer moves, but not for an event of the page', async () => {
  await open();
  expect(loading).toHaveLength(0);
  document.body.dispatchEvent(madeUp(new Event('pointermove', { bubbles: true })));
  expect(loading).toHaveLength(0);
  for (let moves = 0; moves < 3; moves += 1) {
    document.body.dispatchEvent(new Event('pointermove', { bubbles: true }));
  }
  expect(loading).toHaveLength(1);
});

test('loads no lazy script on a page without a listing', async () => {
  const { page } = await open();
  page.state.listing = undefined;
  document.body.dispatchEvent(new Event('pointermove', { bubbles: true }));

  expect(loading).toHaveLength(0);
});
