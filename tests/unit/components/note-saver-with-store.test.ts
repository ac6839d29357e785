import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NoteSaver, SAVE_WITHIN, type NoteSaverPorts } from '@/components/fields/note-saver';
import { Failure } from '@/lib/shared/failure';
import { mergeNotes } from '@/lib/papers/notes/merge-notes';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);
/** Longer than any save takes, and than a saver waits before it takes over what is stored. */
const quiet = () => wait(10_000);

/** One note, merged as the library does, that tells its tabs of each change after a while. */
class Store {
  note: string;
  readonly tabs: Tab[] = [];
  /** How long until a save is made, ms. */
  takes = 40;
  /** How long until its answer arrives, ms. */
  answersAfter = 20;
  /** How long until all tabs have learnt of it, ms. */
  tellsAfter = 20;
  failures = 0;

  constructor(note = '') {
    this.note = note;
  }

  async save(base: string, text: string): Promise<string> {
    const { takes, answersAfter, tellsAfter } = this;
    await later(takes);
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Failure('storage-full');
    }
    const before = this.note;
    const stored = (this.note = mergeNotes(base, text, before));
    if (stored !== before) {
      setTimeout(() => this.tabs.forEach((tab) => tab.saver.storedElsewhere(stored)), tellsAfter);
    }
    await later(answersAfter);
    return stored;
  }
}

/** A field in one tab. */
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
  /** Closes the tab: its own saves may still be made, and nothing comes back to it. */
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
  test('show what the other wrote', async () => {
    const { tab, other } = open('top');

    tab.addLine('from the one');
    await quiet();
    other.addLine('from the other');
    await quiet();

    expect(tab.field).toBe('top\nfrom the one\nfrom the other');
    expect(other.field).toBe(tab.field);
  });

  test('that write at the same time keep all that both wrote, once', async () => {
    const { store, tab, other } = open('top');

    tab.addLine('from the one');
    other.addLine('from the other');
    await quiet();

    expect(store.note.split('\n').sort()).toEqual(['from the one', 'from the other', 'top']);
    expect([tab.field, other.field]).toEqual([store.note, store.note]);
  });

  test('that write the same have it once', async () => {
    const { store, tab, other } = open('top');

    tab.addLine('same');
    other.addLine('same');
    await quiet();
    tab.addLine('more');
    await quiet();

    expect(store.note).toBe('top\nsame\nmore');
    expect(other.field).toBe(store.note);
  });

  test('show what is stored when they are told of it after the answer', async () => {
    const { store, tab, other } = open('top');
    store.answersAfter = 1;
    store.tellsAfter = 60;

    tab.addLine('from the one');
    other.addLine('from the other');
    await quiet();

    expect([tab.field, other.field]).toEqual([store.note, store.note]);
  });

  test('take over the removal of words that followed the same words of their own', async () => {
    const { store, tab, other } = open('top');

    tab.addLine('same');
    await wait(100);
    other.addLine('same');
    await quiet();
    tab.addLine('more');
    await quiet();
    tab.type('top\nsame');
    await quiet();

    expect(other.field).toBe(store.note);
  });

  test('take over the removal of words', async () => {
    const { tab, other } = open('top\nend');

    tab.type('top');
    await quiet();

    expect(other.field).toBe('top');
  });
});

describe('one tab', () => {
  test('that is left a second time with the words of the first hands them over again', async () => {
    const { tab } = open('top');
    const leave = vi.spyOn(tab, 'leave');

    tab.type('top\none');
    tab.saver.leave();
    await quiet();
    tab.type('top\nother');
    await quiet();
    tab.type('top\none');
    tab.saver.leave();

    expect(leave).toHaveBeenCalledTimes(2);
  });

  test('that corrects and restores a text over many slow saves has the last of it', async () => {
    const { store, tab } = open();
    store.takes = 700;

    for (const text of ['a', 'ab', 'a', 'ab', 'abc', '', 'a', 'xyz']) {
      tab.type(text);
      await wait(SAVE_WITHIN + 200);
    }
    await quiet();

    expect(store.note).toBe('xyz');
    expect(tab.field).toBe('xyz');
  });

  test('whose own words come back late is not disturbed by them', async () => {
    const { store, tab } = open();
    store.tellsAfter = 900;
    const show = vi.spyOn(tab, 'show');

    for (const text of ['a', 'ab', 'abc']) {
      tab.type(text);
      await wait(300);
    }
    await quiet();

    expect(show).not.toHaveBeenCalled();
    expect(tab.field).toBe('abc');
  });

  test('that writes the same note twice has it once, and is disturbed by neither', async () => {
    const { store, tab } = open();
    const show = vi.spyOn(tab, 'show');

    for (const text of ['one', 'one two', 'one']) {
      tab.type(text);
      await quiet();
    }
    tab.type('one');
    await quiet();

    expect(store.note).toBe('one');
    expect(show).not.toHaveBeenCalled();
  });

  test('whose save failed stores all of it once more is typed', async () => {
    const { store, tab } = open('top');
    store.failures = 1;

    tab.addLine('one');
    await wait(SAVE_WITHIN + 100);
    expect(tab.report).toHaveBeenLastCalledWith('storage-full');
    expect(store.note).toBe('top');
    tab.addLine('two');
    await quiet();

    expect(store.note).toBe('top\none\ntwo');
    expect(tab.report).toHaveBeenLastCalledWith(undefined);
  });

  test('that typed on during a failing save stores all of it once more is typed', async () => {
    const { store, tab, other } = open('top');
    store.failures = 1;

    tab.addLine('one');
    await wait(SAVE_WITHIN + 10);
    tab.addLine('two');
    other.addLine('theirs');
    await wait(SAVE_WITHIN + 200);
    tab.addLine('three');
    await quiet();

    expect(store.note.split('\n').sort()).toEqual(['one', 'theirs', 'three', 'top', 'two']);
    expect([tab.field, other.field]).toEqual([store.note, store.note]);
  });
});

describe('leaving', () => {
  test.each([
    ['before any save', 0],
    ['during a save', SAVE_WITHIN + 10],
    ['after its answer', SAVE_WITHIN + 100],
  ])('a text corrected %s is stored as it is last', async (_, after) => {
    const { store, tab } = open('top');

    tab.type('top\nteh end');
    await wait(after);
    tab.type('top\nthe end');
    tab.closeTab();
    await quiet();

    expect(store.note).toBe('top\nthe end');
  });

  test('twice, as a tab does that is hidden and then closed, doubles nothing', async () => {
    const { store, tab } = open('top');

    tab.addLine('one');
    tab.saver.leave();
    tab.addLine('two');
    await wait(10);
    tab.saver.leave();
    tab.closeTab();
    await quiet();

    expect(store.note).toBe('top\none\ntwo');
  });

  test('and coming back to type on doubles nothing', async () => {
    const { store, tab } = open('top');

    tab.addLine('one');
    await wait(SAVE_WITHIN + 10);
    tab.addLine('two');
    tab.saver.leave();
    await wait(5);
    tab.addLine('three');
    await quiet();

    expect(store.note).toBe('top\none\ntwo\nthree');
    expect(tab.field).toBe(store.note);
  });

  test('while the other tab writes loses neither', async () => {
    const { store, tab, other } = open('top');

    tab.addLine('one');
    other.addLine('theirs');
    await wait(SAVE_WITHIN + 10);
    tab.addLine('two');
    tab.closeTab();
    await quiet();

    expect(store.note.split('\n').sort()).toEqual(['one', 'theirs', 'top', 'two']);
    expect(other.field).toBe(store.note);
  });
});

test('whatever two tabs write and when, every line is stored once, and shown by both', async () => {
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
        store.tellsAfter = Math.max(0, answersAfter - earlier);
        for (const [index, { who, pause }] of steps.entries()) {
          tabs[who].addLine(`${who} ${index}`);
          await wait(pause);
        }
        await quiet();

        const lines = ['top', ...steps.map(({ who }, index) => `${who} ${index}`)];
        expect(store.note.split('\n').sort()).toEqual(lines.sort());
        expect([tabs.tab.field, tabs.other.field]).toEqual([store.note, store.note]);
      },
    ),
    { numRuns: 500 },
  );
});
