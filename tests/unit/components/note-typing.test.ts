import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mergeNotes } from '@/lib/papers/notes/merge-notes';
import {
  anySpeed,
  anyTyping,
  later,
  NOTE,
  NoteTab,
  type Speed,
  wordsOf,
} from '../../fixtures/note-tabs';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

class Store {
  readonly tabs: NoteTab[] = [];
  constructor(
    public note: string,
    private readonly speed: Speed,
  ) {}

  open(): NoteTab {
    const save = (base: string, text: string) => this.save(base, text);
    const tab = new NoteTab(this.note, { save, leave: () => {} });
    this.tabs.push(tab);
    return tab;
  }

  private async save(base: string, text: string): Promise<string> {
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

const WORDS = {
  one: ['apple', 'amber', 'arrow', 'atlas'],
  other: ['bravo', 'bison', 'beacon', 'binary'],
};

/** Where a reader types: at the end of a line, or between its words. */
const PLACES = [0, 5, 10, 17, 22, 27, 28, NOTE.length];

const typing = anyTyping(fc.constantFrom(...PLACES), 600);

test('words typed in two tabs at once are stored once, none split', async () => {
  await fc.assert(
    fc.asyncProperty(typing, typing, anySpeed, async (one, other, speed) => {
      // Both write into the same word, of which both versions are kept.
      fc.pre(one.place > 0 || other.place > 0);
      const store = new Store(NOTE, speed);
      const words = {
        one: WORDS.one.slice(0, one.words),
        other: WORDS.other.slice(0, other.words),
      };
      const written = Promise.all([
        store.open().type(words.one, one),
        store.open().type(words.other, other),
      ]);
      await wait(60_000);
      await written;
      await wait(20_000);
      expect(wordsOf(store.note)).toEqual(wordsOf([NOTE, ...words.one, ...words.other].join(' ')));
      expect(store.tabs.map(({ field }) => field.value)).toEqual([store.note, store.note]);
    }),
    { numRuns: 300 },
  );
});
