// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LazyUi, ListingUi } from '@/entrypoints/listing.content/lazy/lazy-ui';
import { listingViews } from '@/entrypoints/listing.content/views';
import { createShadowHost } from '@/lib/content-script/dom/shadow-host';
import { useEnglish } from '../components/english';
import { idOf, openListing } from '../content-script/listing-for-tests';

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
});

/** A listing before the lazy UI is loaded. */
async function open() {
  const listing = openListing();
  const { page } = listing;
  listing.visit('/papers');
  listing.show([1]);
  await listing.read();
  const makeHost = (name: string) => createShadowHost(document, name, '', {});
  const views = listingViews(document, page, makeHost, ending.signal);
  const act = vi.spyOn(page.commands, 'act').mockReturnValue(true);
  // The loader waits for a script that no test has.
  const load = async () => {
    globalThis.papershelfLazyUi = {
      listing: () => ({ commands: page.commands }) as ListingUi,
    } as unknown as LazyUi;
    await vi.advanceTimersByTimeAsync(0);
  };
  return { ...listing, views, act, load };
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
  await load();

  expect(press('j')).toBe(true);
  expect(press('s')).toBe(true);
  expect(act.mock.calls).toEqual([['next'], ['save']]);
});

test('dismisses a paper at once, before the commands are loaded', async () => {
  const { page, background, elementOf, views } = await open();
  const card = { element: elementOf(1), paperId: idOf(1), title: 'One', corner: 'top-right' };
  const view = views.card(card as never);
  view.place(card.element);
  view.draw(page.state.card(idOf(1)));
  const host = card.element.querySelector('papershelf-card');
  host?.shadowRoot?.querySelector<HTMLElement>('.ps-card-dismiss')?.click();

  expect(page.papers.get(idOf(1)).dismissed).toBe(true);
  expect(background.of('papers.dismiss')).toEqual([{ paperId: idOf(1), dismissed: true }]);
});
