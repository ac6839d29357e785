// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Frame, FrameOptions } from '@/entrypoints/listing.content/frame/frame';
import { PanelView } from '@/entrypoints/listing.content/panel/panel-view';
import { ShownPapers } from '@/lib/content-script/shown-papers';
import type { PanelField } from '@/lib/keyboard/typed-edits';
import type { ToFrame } from '@/lib/messaging/frame';
import { Failure } from '@/lib/shared/failure';
import { FakeBackground, idOf, promised, saved } from '../content-script/listing-for-tests';

const ID = idOf(1);
const ending = new AbortController();
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

/** A frame that a test draws and speaks for. */
class FakeFrame implements Pick<Frame, keyof Frame> {
  readonly element = document.body.appendChild(document.createElement('div'));
  readonly sent: ToFrame[] = [];
  isReady = false;
  isShown = false;
  isRemoved = false;
  hasFocus = false;
  width = 0;

  constructor(readonly options: FrameOptions) {}

  draw(): void {
    this.isReady = true;
    this.options.onReady();
  }
  send(message: ToFrame): void {
    this.sent.push(message);
  }
  show(typed: string): void {
    this.isShown = this.hasFocus = true;
    this.send({ kind: 'shown', typed });
  }
  hide(): void {
    this.isShown = false;
  }
  place(): void {}
  remove(): void {
    this.isRemoved = true;
    this.isShown = false;
  }
}

/** A card whose paper is being saved, with its panel opening at a field. */
function wantPanel(at: PanelField = 'note') {
  const background = new FakeBackground();
  let answer = promised<unknown>();
  background.answers['library.save'] = () => (answer = promised<unknown>()).promise;
  background.answers['library.edit'] = () => saved(ID);
  const papers = new ShownPapers(background.sendMessage, (id) => panel.draw(id));
  const frames: FakeFrame[] = [];
  const makeFrame = (options: FrameOptions) => {
    const frame = new FakeFrame(options);
    frames.push(frame);
    return frame as unknown as Frame;
  };
  const makeHost = () => {
    throw new Error('The fake frame needs no host.');
  };
  const page = { papers, isAlive: () => true, sendMessage: background.sendMessage };
  const panel = new PanelView(document, page, makeHost, ending.signal, makeFrame);
  const card = () => document.body.appendChild(document.createElement('div'));
  const save = (id = ID) => void papers.save({ id, title: 'One' });
  const anchor = card();
  save();
  panel.open({ paperId: ID, at, title: 'One', anchor, button: () => anchor, onToggled: () => {} });
  return {
    panel,
    papers,
    anchor,
    /** The last one. */
    frame: () => frames.at(-1)!,
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

test('opens once the paper is saved, with the text typed until the frame is shown', async () => {
  const { panel, answer, frame } = wantPanel();
  press('a');
  expect(panel.isOpen(ID)).toBe(false);
  await answer();
  expect(panel.isOpen(ID)).toBe(true);
  frame().draw();
  expect(press('b')).toBe(true);
  expect(frame().isShown).toBe(false);
  // Keys would be lost while the focus moves.
  await vi.advanceTimersByTimeAsync(150);

  expect(frame().sent.at(-1)).toEqual({ kind: 'shown', typed: 'ab' });
  expect(press('c')).toBe(false);
  panel.close();
});

test('returns the keys to the page after a failed save, and its retry keeps the text', async () => {
  const { panel, save, answer, fail, frame } = wantPanel();
  press('a');
  await fail();
  expect(press('b')).toBe(false);
  await vi.advanceTimersByTimeAsync(5000);
  save();
  await answer();

  expect(panel.isOpen(ID)).toBe(true);
  frame().draw();
  expect(frame().sent.at(-1)).toEqual({ kind: 'shown', typed: 'a' });
  panel.close();
});

test.each(['Escape', 'Tab'])(
  '%s before the pause in which it is shown keeps the text and the focus',
  async (key) => {
    const { panel, answer, edits, frame } = wantPanel();
    await answer();
    frame().draw();
    press('a');
    press(key);
    await vi.advanceTimersByTimeAsync(1000);

    expect(edits()).toEqual([{ paperId: ID, edit: { kind: 'note', base: '', text: 'a' } }]);
    expect(panel.isOpen(ID)).toBe(false);
    expect(frame().sent).not.toContainEqual(expect.objectContaining({ kind: 'shown' }));
  },
);

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

test.each(['Escape', 'Tab'])(
  '%s before the frame is shown puts the text into the note',
  async (key) => {
    const { panel, answer, edits, frame } = wantPanel();
    press('a');
    await answer();
    press(key);

    expect(edits()).toEqual([{ paperId: ID, edit: { kind: 'note', base: '', text: 'a' } }]);
    expect(panel.isOpen(ID)).toBe(false);
    expect(frame().isRemoved).toBe(true);
  },
);

test('sends stored entries to the frame, and takes the states of its writes', async () => {
  const { panel, papers, answer, frame } = wantPanel();
  await answer();
  frame().draw();
  const { entry } = saved(ID);
  const removed = { ...saved(ID), entry: { ...entry!, removedAt: 5 } };
  frame().options.onMessage({ kind: 'states', states: [removed] });

  expect(papers.get(ID).saved).toBe(false);
  expect(frame().sent.at(-1)).toEqual({ kind: 'entry', entry: removed.entry });
  panel.close();
});

test('hides a closed frame at once, returns the focus, and removes it when all is stored', async () => {
  const opener = document.body.appendChild(document.createElement('button'));
  opener.focus();
  const { panel, answer, frame } = wantPanel('status');
  await answer();
  frame().draw();
  opener.blur();
  frame().options.onMessage({ kind: 'close', anyway: false });

  expect(frame().isShown).toBe(false);
  expect(document.activeElement).toBe(opener);
  expect(panel.isOpen(ID)).toBe(false);
  expect(frame().sent.at(-1)).toEqual({ kind: 'leave' });
  expect(frame().isRemoved).toBe(false);
  frame().options.onMessage({ kind: 'left' });
  expect(frame().isRemoved).toBe(true);
});

test('shows a closed frame again whose words could not be stored, and asks before closing it', async () => {
  const { panel, answer, frame } = wantPanel('status');
  await answer();
  frame().draw();
  panel.close();
  frame().options.onMessage({ kind: 'unstored', unstored: true });
  expect(frame().isShown).toBe(true);
  expect(panel.isOpen(ID)).toBe(true);
  for (const close of [() => panel.close(), () => press('Escape')]) {
    close();
    expect(frame().sent.at(-1)).toEqual({ kind: 'ask' });
    expect(frame().isShown).toBe(true);
  }

  frame().options.onMessage({ kind: 'close', anyway: true });
  expect(frame().isRemoved).toBe(true);
  expect(panel.isOpen(ID)).toBe(false);
});

test('opens no other panel while one holds words that could not be stored', async () => {
  const { panel, card, save, answer, frame } = wantPanel('status');
  await answer();
  frame().draw();
  frame().options.onMessage({ kind: 'unstored', unstored: true });
  save(idOf(2));
  await answer();
  panel.open({
    paperId: idOf(2),
    at: 'note',
    title: 'Two',
    anchor: card(),
    button: card,
    onToggled: () => {},
  });

  expect(panel.isOpen(ID)).toBe(true);
  expect(press('a')).toBe(false);
  frame().options.onMessage({ kind: 'close', anyway: true });
});
