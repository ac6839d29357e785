import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NoteSaver, type NoteSaverPorts } from '@/components/fields/note-saver';
import { replaceText } from '@/components/fields/replace-text';
import { mergeNotes } from '@/lib/papers/notes/merge-notes';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What `replaceText` uses of a text area. */
class Field {
  selectionStart = 0;
  selectionEnd = 0;
  constructor(public value: string) {}
  setSelectionRange(start: number, end: number): void {
    [this.selectionStart, this.selectionEnd] = [start, end];
  }
}

interface Speed {
  takes: number;
  answersAfter: number;
  notifiesAfter: number;
}

class Store {
  readonly tabs: Tab[] = [];
  constructor(
    public note: string,
    private readonly speed: Speed,
  ) {}

  async save(base: string, text: string): Promise<string> {
    await later(this.speed.takes);
    const before = this.note;
    const stored = (this.note = mergeNotes(base, text, before));
    if (stored !== before) {
      setTimeout(
        () => this.tabs.forEach(({ saver }) => saver.storedElsewhere(stored)),
        this.speed.notifiesAfter,
      );
    }
    await later(this.speed.answersAfter);
    return stored;
  }
}

/** A tab whose reader types at the caret, letter by letter. */
class Tab implements NoteSaverPorts {
  readonly saver: NoteSaver;
  readonly field: Field;
  readonly report = vi.fn<NoteSaverPorts['report']>();

  constructor(private readonly store: Store) {
    this.field = new Field(store.note);
    this.saver = new NoteSaver(store.note, this);
    store.tabs.push(this);
  }

  save = (base: string, text: string) => this.store.save(base, text);
  leave = () => {};
  show = (text: string) => replaceText(this.field as unknown as HTMLTextAreaElement, text);

  goTo(place: number): void {
    this.field.setSelectionRange(place, place);
  }

  async type(words: string, pause: number): Promise<void> {
    for (const letter of words) {
      const { value, selectionStart: at } = this.field;
      this.field.value = value.slice(0, at) + letter + value.slice(at);
      this.goTo(at + letter.length);
      this.saver.type(this.field.value);
      await later(pause);
    }
  }
}

const BASE = 'first line\nsecond line here\n\nlast line';
const WORDS = {
  one: ['apple', 'amber', 'arrow', 'atlas'],
  other: ['bravo', 'bison', 'beacon', 'binary'],
};

/** Where a reader types: at the end of a line, or between its words. */
const PLACES = [0, 5, 10, 17, 22, 27, 28, BASE.length];

const writer = fc.record({
  place: fc.constantFrom(...PLACES),
  words: fc.integer({ min: 1, max: 4 }),
  pause: fc.integer({ min: 5, max: 180 }),
  startsAfter: fc.integer({ min: 0, max: 600 }),
  separator: fc.constantFrom(' ', '\n'),
});
const speed = fc.record({
  takes: fc.integer({ min: 0, max: 300 }),
  answersAfter: fc.integer({ min: 0, max: 200 }),
  notifiesAfter: fc.integer({ min: 0, max: 300 }),
});

const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean).sort();

test('words typed in two tabs at once are stored once, none split', async () => {
  await fc.assert(
    fc.asyncProperty(writer, writer, speed, async (one, other, times) => {
      // Both write into the same word, of which both versions are kept.
      fc.pre(one.place > 0 || other.place > 0);
      const store = new Store(BASE, times);
      const tabs = { one: new Tab(store), other: new Tab(store) };
      const write = async (name: 'one' | 'other', how: typeof one): Promise<void> => {
        tabs[name].goTo(how.place);
        await later(how.startsAfter);
        const words = WORDS[name].slice(0, how.words);
        await tabs[name].type(
          words.map((word) => `${how.separator}${word}`).join('') + ' ',
          how.pause,
        );
      };
      const written = Promise.all([write('one', one), write('other', other)]);
      await wait(60_000);
      await written;
      await wait(20_000);
      const typed = [...WORDS.one.slice(0, one.words), ...WORDS.other.slice(0, other.words)];
      expect(wordsOf(store.note)).toEqual(wordsOf([BASE, ...typed].join(' ')));
      expect([tabs.one.field.value, tabs.other.field.value]).toEqual([store.note, store.note]);
    }),
    { numRuns: 300 },
  );
});
