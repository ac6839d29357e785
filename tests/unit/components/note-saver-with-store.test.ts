import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NoteSaver, SAVE_WITHIN, type NoteSaverPorts } from '@/components/fields/note-saver';
import { Failure } from '@/lib/shared/failure';
import { mergeNotes } from '@/lib/papers/notes/merge-notes';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);
/** Longer than any save or delay. */
const waitForQuiet = () => wait(10_000);

/** A note that merges like the library and notifies its tabs. */
class Store {
  note: string;
  readonly tabs: Tab[] = [];
  /** Delay of a save, ms. */
  takes = 40;
  /** Delay of its answer, ms. */
  answersAfter = 20;
  /** Delay of the notification of tabs, ms. */
  notifiesAfter = 20;
  failures = 0;

  constructor(note = '') {
    this.note = note;
  }

  async save(base: string, text: string): Promise<string> {
    const { takes, answersAfter, notifiesAfter } = this;
    await later(takes);
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Failure('storage-full');
    }
    const before = this.note;
    const stored = (this.note = mergeNotes(base, text, before));
    if (stored !== before) {
      setTimeout(
        () => this.tabs.forEach((tab) => tab.saver.storedElsewhere(stored)),
        notifiesAfter,
      );
    }
    await later(answersAfter);
    return stored;
  }
}

class Tab implements NoteSaverPorts {
  field: string;
  readonly saver: NoteSaver;
  readonly report = vi.fn<NoteSaverPorts['report']>();

  constructor(private readonly store: Store) {
    this.field = store.note;
    this.saver = new NoteSaver(store.note, this);
    store.tabs.push(this);
  }

  save = (base: string, text: string) => this.store.save(base, text);
  leave = (base: string, text: string) => void this.store.save(base, text).catch(() => {});
  show = (text: string) => void (this.field = text);

  type(text: string): void {
    this.field = text;
    this.saver.type(text);
  }
  addLine(line: string): void {
    this.type(this.field === '' ? line : `${this.field}\n${line}`);
  }
  /** Pending saves may still finish. */
  closeTab(): void {
    this.saver.leave();
    this.store.tabs.splice(this.store.tabs.indexOf(this), 1);
  }
}

function later(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function open(note = ''): { store: Store; tab: Tab; other: Tab } {
  const store = new Store(note);
  return { store, tab: new Tab(store), other: new Tab(store) };
}

describe('two tabs', () => {
  test('show what the other one wrote', async () => {
    const { tab, other } = open('top');

    tab.addLine('from the one');
    await waitForQuiet();
    other.addLine('from the other');
    await waitForQuiet();

    expect(tab.field).toBe('top\nfrom the one\nfrom the other');
    expect(other.field).toBe(tab.field);
  });

  test('keep the text of both, once, when they write at the same time', async () => {
    const { store, tab, other } = open('top');

    tab.addLine('from the one');
    other.addLine('from the other');
    await waitForQuiet();

    expect(store.note.split('\n').sort()).toEqual(['from the one', 'from the other', 'top']);
    expect([tab.field, other.field]).toEqual([store.note, store.note]);
  });

  test('keep equal text once', async () => {
    const { store, tab, other } = open('top');

    tab.addLine('same');
    other.addLine('same');
    await waitForQuiet();
    tab.addLine('more');
    await waitForQuiet();

    expect(store.note).toBe('top\nsame\nmore');
    expect(other.field).toBe(store.note);
  });

  test('show the stored note when the notification follows the answer', async () => {
    const { store, tab, other } = open('top');
    store.answersAfter = 1;
    store.notifiesAfter = 60;

    tab.addLine('from the one');
    other.addLine('from the other');
    await waitForQuiet();

    expect([tab.field, other.field]).toEqual([store.note, store.note]);
  });

  test('apply a removal of text that both wrote', async () => {
    const { store, tab, other } = open('top');

    tab.addLine('same');
    await wait(100);
    other.addLine('same');
    await waitForQuiet();
    tab.addLine('more');
    await waitForQuiet();
    tab.type('top\nsame');
    await waitForQuiet();

    expect(other.field).toBe(store.note);
  });

  test('apply a removal of text', async () => {
    const { tab, other } = open('top\nend');

    tab.type('top');
    await waitForQuiet();

    expect(other.field).toBe('top');
  });
});

describe('one tab', () => {
  test('sends the text again when it is left twice with the same text', async () => {
    const { tab } = open('top');
    const leave = vi.spyOn(tab, 'leave');

    tab.type('top\none');
    tab.saver.leave();
    await waitForQuiet();
    tab.type('top\nother');
    await waitForQuiet();
    tab.type('top\none');
    tab.saver.leave();

    expect(leave).toHaveBeenCalledTimes(2);
  });

  test('keeps the last text after many slow saves', async () => {
    const { store, tab } = open();
    store.takes = 700;

    for (const text of ['a', 'ab', 'a', 'ab', 'abc', '', 'a', 'xyz']) {
      tab.type(text);
      await wait(SAVE_WITHIN + 200);
    }
    await waitForQuiet();

    expect(store.note).toBe('xyz');
    expect(tab.field).toBe('xyz');
  });

  test('ignores late notifications of its own text', async () => {
    const { store, tab } = open();
    store.notifiesAfter = 900;
    const show = vi.spyOn(tab, 'show');

    for (const text of ['a', 'ab', 'abc']) {
      tab.type(text);
      await wait(300);
    }
    await waitForQuiet();

    expect(show).not.toHaveBeenCalled();
    expect(tab.field).toBe('abc');
  });

  test('ignores a repeat of its own earlier text', async () => {
    const { store, tab } = open();
    const show = vi.spyOn(tab, 'show');

    for (const text of ['one', 'one two', 'one']) {
      tab.type(text);
      await waitForQuiet();
    }
    tab.type('one');
    await waitForQuiet();

    expect(store.note).toBe('one');
    expect(show).not.toHaveBeenCalled();
  });

  test('saves everything with the next input after a failed save', async () => {
    const { store, tab } = open('top');
    store.failures = 1;

    tab.addLine('one');
    await wait(SAVE_WITHIN + 100);
    expect(tab.report).toHaveBeenLastCalledWith('storage-full');
    expect(store.note).toBe('top');
    tab.addLine('two');
    await waitForQuiet();

    expect(store.note).toBe('top\none\ntwo');
    expect(tab.report).toHaveBeenLastCalledWith(undefined);
  });

  test('saves everything that was typed during a failing save with the next input', async () => {
    const { store, tab, other } = open('top');
    store.failures = 1;

    tab.addLine('one');
    await wait(SAVE_WITHIN + 10);
    tab.addLine('two');
    other.addLine('theirs');
    await wait(SAVE_WITHIN + 200);
    tab.addLine('three');
    await waitForQuiet();

    expect(store.note.split('\n').sort()).toEqual(['one', 'theirs', 'three', 'top', 'two']);
    expect([tab.field, other.field]).toEqual([store.note, store.note]);
  });
});

describe('leaving', () => {
  test.each([
    ['before any save', 0],
    ['during a save', SAVE_WITHIN + 10],
    ['after its answer', SAVE_WITHIN + 100],
  ])('stores the last text when it was corrected %s', async (_, after) => {
    const { store, tab } = open('top');

    tab.type('top\nteh end');
    await wait(after);
    tab.type('top\nthe end');
    tab.closeTab();
    await waitForQuiet();

    expect(store.note).toBe('top\nthe end');
  });

  test('duplicates nothing when it happens twice, as on hiding and closing a tab', async () => {
    const { store, tab } = open('top');

    tab.addLine('one');
    tab.saver.leave();
    tab.addLine('two');
    await wait(10);
    tab.saver.leave();
    tab.closeTab();
    await waitForQuiet();

    expect(store.note).toBe('top\none\ntwo');
  });

  test('duplicates nothing when typing continues', async () => {
    const { store, tab } = open('top');

    tab.addLine('one');
    await wait(SAVE_WITHIN + 10);
    tab.addLine('two');
    tab.saver.leave();
    await wait(5);
    tab.addLine('three');
    await waitForQuiet();

    expect(store.note).toBe('top\none\ntwo\nthree');
    expect(tab.field).toBe(store.note);
  });

  test('loses no text while the other tab writes', async () => {
    const { store, tab, other } = open('top');

    tab.addLine('one');
    other.addLine('theirs');
    await wait(SAVE_WITHIN + 10);
    tab.addLine('two');
    tab.closeTab();
    await waitForQuiet();

    expect(store.note.split('\n').sort()).toEqual(['one', 'theirs', 'top', 'two']);
    expect(other.field).toBe(store.note);
  });
});

test('any lines of two tabs are stored once and shown by both, at any speed', async () => {
  const step = fc.record({
    who: fc.constantFrom('tab' as const, 'other' as const),
    pause: fc.integer({ min: 0, max: 400 }),
  });
  const times = fc.record({
    takes: fc.integer({ min: 0, max: 500 }),
    answersAfter: fc.integer({ min: 0, max: 300 }),
    earlier: fc.integer({ min: 0, max: 300 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 12 }),
      times,
      async (steps, { takes, answersAfter, earlier }) => {
        const { store, ...tabs } = open('top');
        Object.assign(store, { takes, answersAfter });
        store.notifiesAfter = Math.max(0, answersAfter - earlier);
        for (const [index, { who, pause }] of steps.entries()) {
          tabs[who].addLine(`${who} ${index}`);
          await wait(pause);
        }
        await waitForQuiet();

        const lines = ['top', ...steps.map(({ who }, index) => `${who} ${index}`)];
        expect(store.note.split('\n').sort()).toEqual(lines.sort());
        expect([tabs.tab.field, tabs.other.field]).toEqual([store.note, store.note]);
      },
    ),
    { numRuns: 500 },
  );
});
