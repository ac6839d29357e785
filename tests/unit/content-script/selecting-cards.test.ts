// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cardView } from '@/entrypoints/listing.content/card/card-view';
import { footView } from '@/entrypoints/listing.content/foot/foot-view';
import type { PageFootProps } from '@/entrypoints/listing.content/foot/PageFoot';
import type { PanelLoader } from '@/entrypoints/listing.content/panel/panel-loader';
import { createShadowHost } from '@/lib/content-script/dom/shadow-host';
import { useEnglish } from '../components/english';
import { idOf, openListing, recorded } from './listing-for-tests';

useEnglish();

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => void vi.useRealTimers());

const makeHost = (name: string) => createShadowHost(document, name, '', {});

async function openNew() {
  const listing = openListing();
  listing.background.answers['listing.record'] = () => recorded([1, 2].map(idOf));
  listing.visit('/papers');
  listing.show([1, 2, 3]);
  await listing.read();
  return listing;
}

test('a tick box that picked nothing shows no tick', async () => {
  const { page, elementOf, views } = await openNew();
  const panel = { isOpen: () => false, moveTo: vi.fn(), draw: vi.fn() } as unknown as PanelLoader;
  const card = { element: elementOf(2), paperId: idOf(2), title: 'Two', corner: 'top-right' };
  const host = makeHost('card');
  const view = cardView(card as never, page, panel, () => host);
  page.select(idOf(1), false);
  page.select(idOf(1), false);
  const shown = views[1]?.drawn.at(-1);
  if (shown !== undefined) view.draw(shown);
  const box = host.root.querySelector('input');
  box?.dispatchEvent(new MouseEvent('click', { shiftKey: true, bubbles: true, cancelable: true }));

  expect(page.selection.has(idOf(2))).toBe(false);
  expect(box?.checked).toBe(false);
});

test('what was dismissed meanwhile is not picked with all that is new', async () => {
  const { page } = await openNew();
  const foot = vi.fn<(root: ShadowRoot, props: PageFootProps) => void>();
  footView(document, page, makeHost, foot).draw({ selected: 0, notice: undefined });
  page.changes.dismiss(idOf(1), true);
  await vi.advanceTimersByTimeAsync(50);
  foot.mock.lastCall?.[1].onSelectNew();

  expect(page.papersOf((id) => page.selection.has(id)).map(({ id }) => id)).toEqual([idOf(2)]);
});
