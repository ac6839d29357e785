// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cardView } from '@/entrypoints/listing.content/card/card-view';
import { footView } from '@/entrypoints/listing.content/foot/foot-view';
import type { PageFootProps } from '@/entrypoints/listing.content/foot/PageFoot';
import { LazyListing } from '@/entrypoints/listing.content/lazy/lazy-listing';
import type { ListingUi } from '@/entrypoints/listing.content/lazy/lazy-ui';
import { createShadowHost } from '@/lib/content-script/dom/shadow-host';
import { useEnglish } from '../components/english';
import { idOf, openListing, recorded } from './listing-for-tests';

useEnglish();

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => void vi.useRealTimers());

const makeHost = () => createShadowHost(document, '', {});

async function openNew() {
  const listing = openListing();
  listing.background.answers['listing.record'] = () => recorded([1, 2].map(idOf));
  listing.visit('/papers');
  listing.show([1, 2, 3]);
  await listing.read();
  return listing;
}

test('a checkbox that selects nothing stays unchecked', async () => {
  const { page, elementOf, views } = await openNew();
  const lazy = new LazyListing(() => undefined as never);
  lazy.load = (use) => use({ commands: page.commands } as ListingUi);
  const card = { element: elementOf(2), paperId: idOf(2), title: 'Two', corner: 'top-right' };
  const host = makeHost();
  const view = cardView(card as never, page, lazy, () => host);
  page.commands.select(idOf(1), false);
  page.commands.select(idOf(1), false);
  const shown = views[1]?.drawn.at(-1);
  if (shown !== undefined) view.draw(shown);
  const box = host.root.querySelector('input');
  box?.dispatchEvent(new MouseEvent('click', { shiftKey: true, bubbles: true, cancelable: true }));

  expect(page.commands.selection.has(idOf(2))).toBe(false);
  expect(box?.checked).toBe(false);
});

test('selecting all new papers skips dismissed ones', async () => {
  const { page } = await openNew();
  const foot = vi.fn<(root: ShadowRoot, props: PageFootProps) => void>();
  footView(page, page.commands, makeHost, foot).draw({ selected: 0, notice: undefined });
  page.commands.changes.dismiss(idOf(1), true);
  await vi.advanceTimersByTimeAsync(50);
  foot.mock.lastCall?.[1].onSelectNew();

  expect(page.commands.selectedPapers().map(({ id }) => id)).toEqual([idOf(2)]);
});
