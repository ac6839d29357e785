// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { drawPanel } from '@/entrypoints/listing.content/panel/draw-panel';
import { PanelView } from '@/entrypoints/listing.content/panel/panel-view';
import { ShownPapers } from '@/lib/content-script/shown-papers';
import type { PanelField } from '@/lib/keyboard/typed-edits';
import { createShadowHost } from '@/lib/content-script/dom/shadow-host';
import { Failure } from '@/lib/shared/failure';
import { FakeBackground, idOf, promised, saved } from '../content-script/listing-for-tests';

const ID = idOf(1);
const drawn = vi.fn<typeof drawPanel>();
const ending = new AbortController();
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

/** A card whose paper is being saved, with its panel opening at a field. */
function wantPanel(at: PanelField = 'note') {
  const background = new FakeBackground();
  let answer = promised<unknown>();
  background.answers['library.save'] = () => (answer = promised<unknown>()).promise;
  background.answers['library.edit'] = () => saved(ID);
  const papers = new ShownPapers(background.sendMessage, (id) => panel.draw(id));
  const makeHost = () => {
    const host = createShadowHost(document, '', {});
    host.element.showPopover = () => {};
    return host;
  };
  const page = { papers, isAlive: () => true, sendMessage: background.sendMessage };
  const panel = new PanelView(document, page, makeHost, ending.signal, drawn);
  const card = () => document.body.appendChild(document.createElement('div'));
  const save = (id = ID) => void papers.save({ id, title: 'One' });
  const anchor = card();
  save();
  panel.open({ paperId: ID, at, title: 'One', anchor, button: () => anchor, onToggled: () => {} });
  return {
    panel,
    anchor,
    card,
    save,
    edits: () => background.of('library.edit'),
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

/** Returns whether the key was hidden from the page. */
function press(key: string): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  document.body.dispatchEvent(event);
  return event.defaultPrevented;
}

test('opens once the paper is saved, with the text typed ahead', async () => {
  const { panel, answer } = wantPanel();
  press('a');
  expect(panel.isOpen(ID)).toBe(false);
  await answer();

  expect(panel.isOpen(ID)).toBe(true);
  expect(drawn.mock.lastCall?.[1].typedAhead()).toBe('a');
  panel.close();
});

test('returns the keys to the page after a failed save, and its retry keeps the text', async () => {
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

test('opens at the new button when the card is rendered again before the save', async () => {
  const { panel, anchor, card, answer } = wantPanel();
  anchor.remove();
  panel.lose(ID, anchor);
  const onToggled = vi.fn<() => void>();
  const redrawn = card();
  panel.moveTo(ID, { title: 'One', anchor: redrawn, button: () => redrawn, onToggled });
  await answer();
  await vi.advanceTimersByTimeAsync(5000);

  expect(panel.isOpen(ID)).toBe(true);
  expect(onToggled).toHaveBeenCalled();
  panel.close();
});

test('does not open for a card that is removed before the save', async () => {
  const { panel, anchor, answer } = wantPanel();
  anchor.remove();
  panel.lose(ID, anchor);
  await vi.advanceTimersByTimeAsync(2000);
  expect(press('a')).toBe(false);
  await answer();

  expect(panel.isOpen(ID)).toBe(false);
});

test.each([
  ['Escape', () => press('Escape')],
  ['pointerdown elsewhere', () => document.body.dispatchEvent(new Event('pointerdown'))],
  ['leaving the page', () => window.dispatchEvent(new Event('pagehide'))],
])('%s cancels it and puts the text into the note', async (_, turnElsewhere) => {
  const { panel, answer, edits } = wantPanel();
  for (const key of ['a', 'b']) press(key);
  turnElsewhere();
  expect(edits()).toEqual([{ paperId: ID, edit: { kind: 'note', base: '', text: 'ab' } }]);
  await answer();
  expect(panel.isOpen(ID)).toBe(false);
});

test('adds the typed tags when it is cancelled', () => {
  const { panel, edits } = wantPanel('tags');
  for (const key of ['a', 'Enter', 'b']) press(key);
  panel.close();
  expect(edits()).toEqual([
    { paperId: ID, edit: { kind: 'add-tag', tag: 'a' } },
    { paperId: ID, edit: { kind: 'add-tag', tag: 'b' } },
  ]);
});

test('keeps the text in the first note when another panel is opened', () => {
  const { panel, card, save, edits } = wantPanel();
  press('a');
  save(idOf(2));
  const other = card();
  const place = { title: 'Two', anchor: other, button: () => other, onToggled: () => {} };
  panel.open({ paperId: idOf(2), at: 'note', ...place });
  press('b');
  panel.close();
  expect(edits()).toEqual([
    { paperId: ID, edit: { kind: 'note', base: '', text: 'a' } },
    { paperId: idOf(2), edit: { kind: 'note', base: '', text: 'b' } },
  ]);
});

test('edits nothing when it is cancelled without text', () => {
  const { panel, edits } = wantPanel();
  panel.close();
  expect(edits()).toEqual([]);
});
