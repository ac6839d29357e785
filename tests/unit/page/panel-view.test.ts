// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LateParts } from '@/entrypoints/listing.content/late-parts';
import { PanelView } from '@/entrypoints/listing.content/panel-view';
import { ShownPapers } from '@/lib/page/shown-papers';
import { createShadowHost } from '@/lib/page/shadow-host';
import { Failure } from '@/lib/papers/failure';
import { FakeBackground, idOf, promised, saved } from './listing-for-tests';

const ID = idOf(1);
const drawn = vi.fn<LateParts['panel']>();
const parts = { panel: drawn, clear: vi.fn() } as unknown as LateParts;
const ending = new AbortController();
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

/** A card whose paper is about to be saved, and its panel wanted at the note by a key. */
function wantPanel() {
  const background = new FakeBackground();
  let answer = promised<unknown>();
  background.answers['library.save'] = () => (answer = promised<unknown>()).promise;
  const papers = new ShownPapers(background.ask, (id) => panel.draw(id));
  const makeHost = (name: string) => {
    const host = createShadowHost(document, name, '', {});
    host.element.showPopover = () => {};
    return host;
  };
  const page = { papers, isAlive: () => true, ask: background.ask };
  const withParts = (use: (parts: LateParts) => void) => use(parts);
  const panel = new PanelView(document, page, makeHost, withParts, ending.signal);
  const card = () => document.body.appendChild(document.createElement('div'));
  const save = () => void papers.save({ id: ID, title: 'One' });
  const anchor = card();
  save();
  panel.open(ID, 'One', anchor, () => {}, 'note');
  return {
    panel,
    anchor,
    card,
    save,
    answer: async () => {
      answer.resolve(saved(ID));
      await vi.advanceTimersByTimeAsync(0);
    },
    fail: async () => {
      answer.reject(new Failure('storage-full'));
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

/** Types a letter; whether it was kept from the page. */
function press(key: string): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  document.body.dispatchEvent(event);
  return event.defaultPrevented;
}

test('opens as soon as the paper is saved, with what was typed meanwhile', async () => {
  const { panel, answer } = wantPanel();
  press('a');
  expect(panel.isOpen(ID)).toBe(false);
  await answer();

  expect(panel.isOpen(ID)).toBe(true);
  expect(drawn.mock.lastCall?.[1].typedAhead()).toBe('a');
  panel.close();
});

test('a save that failed gives the keys back to the page, and its retry has what was typed', async () => {
  const { panel, save, answer, fail } = wantPanel();
  press('a');
  await fail();
  expect(press('b')).toBe(false);
  await vi.advanceTimersByTimeAsync(5000);
  save();
  await answer();

  expect(panel.isOpen(ID)).toBe(true);
  expect(drawn.mock.lastCall?.[1].typedAhead()).toBe('a');
  panel.close();
});

test('a card that is drawn anew before the paper is saved has the panel beside its new button', async () => {
  const { panel, anchor, card, answer } = wantPanel();
  anchor.remove();
  panel.lose(ID, anchor);
  const onToggled = vi.fn<() => void>();
  panel.moveTo(ID, card(), onToggled);
  await answer();
  await vi.advanceTimersByTimeAsync(5000);

  expect(panel.isOpen(ID)).toBe(true);
  expect(onToggled).toHaveBeenCalled();
  panel.close();
});

test('a card that is gone for good before the paper is saved has no panel', async () => {
  const { panel, anchor, answer } = wantPanel();
  anchor.remove();
  panel.lose(ID, anchor);
  await vi.advanceTimersByTimeAsync(2000);
  expect(press('a')).toBe(false);
  await answer();

  expect(panel.isOpen(ID)).toBe(false);
});
