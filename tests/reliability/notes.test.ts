import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NoteSaver, type NoteSaverPorts } from '@/components/fields/note-saver';
import { replaceText } from '@/components/fields/replace-text';
import { mergeNotes } from '@/lib/papers/notes/merge-notes';
import { Failure } from '@/lib/shared/failure';
import { countOr, counter, givenPath } from './how-long';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const countSession = counter('sessions in one note');

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** When something fails, ms since the start. */
interface Outage {
  from: number;
  lasts: number;
  /** The worker dies once after it stored a note, so that its answer is lost; else nothing is stored. */
  isAnswerLost: boolean;
}

interface Speed {
  takes: number;
  answersAfter: number;
  notifiesAfter: number;
}

/** The library with one note, which can be out of reach. */
class Store {
  readonly tabs = new Set<Tab>();
  private readonly start = Date.now();
  private readonly killed = new Set<Outage>();

  constructor(
    public note: string,
    private readonly speed: Speed,
    private readonly outages: readonly Outage[],
  ) {}

  /** @returns the stored note; undefined if the answer was lost */
  async save(base: string, text: string): Promise<string | undefined> {
    await later(this.speed.takes);
    const time = Date.now() - this.start;
    const outage = this.outages.find(({ from, lasts }) => time >= from && time < from + lasts);
    if (outage?.isAnswerLost === false) throw new Failure('storage-full');
    const before = this.note;
    const stored = (this.note = mergeNotes(base, text, before));
    if (stored !== before) {
      setTimeout(() => {
        for (const { saver } of this.tabs) saver.storedElsewhere(stored);
      }, this.speed.notifiesAfter);
    }
    if (outage !== undefined && !this.killed.has(outage)) {
      this.killed.add(outage);
      return undefined;
    }
    await later(this.speed.answersAfter);
    return stored;
  }
}

/** What `replaceText` uses of a text area. */
class Field {
  selectionStart = 0;
  selectionEnd = 0;
  constructor(public value: string) {}
  setSelectionRange(start: number, end: number): void {
    [this.selectionStart, this.selectionEnd] = [start, end];
  }
}

/** A tab whose reader types at the caret, letter by letter, and presses Retry after a failure. */
class Tab implements NoteSaverPorts {
  readonly field: Field;
  readonly saver: NoteSaver;
  failed = false;

  constructor(private readonly store: Store) {
    this.field = new Field(store.note);
    this.saver = new NoteSaver(store.note, this);
    store.tabs.add(this);
  }

  /** As `sendMessage`, which sends again what was not answered. */
  save = async (base: string, text: string): Promise<string> => {
    const answer = (await this.store.save(base, text)) ?? (await this.store.save(base, text));
    return answer ?? this.save(base, text);
  };
  leave = (base: string, text: string) => void this.store.save(base, text).catch(() => {});
  show = (text: string) => replaceText(this.field as unknown as HTMLTextAreaElement, text);
  report = (code: unknown) => void (this.failed = code !== undefined);

  async type(words: string, pause: number): Promise<void> {
    for (const letter of words) {
      const { value, selectionStart: at } = this.field;
      this.field.value = value.slice(0, at) + letter + value.slice(at);
      this.field.setSelectionRange(at + letter.length, at + letter.length);
      this.saver.type(this.field.value);
      await later(pause);
    }
  }
}

const BASE = 'first line\nsecond line here\n\nlast line';
/**
 * Where each reader types: at the end of a line, or between its words. Not two at one place, where
 * about one session in 1500 still splits a word (docs/reliability.md).
 */
const PLACES = [5, 10, 17, 22, 27, BASE.length];
const WORDS = [
  ['apple', 'amber', 'arrow', 'atlas'],
  ['bravo', 'bison', 'beacon', 'binary'],
  ['cobalt', 'copper', 'coral', 'crimson'],
];

const places = fc.shuffledSubarray(PLACES, { minLength: 2, maxLength: 2 });
const writer = (place: number) =>
  fc.record({
    place: fc.constant(place),
    words: fc.integer({ min: 1, max: 4 }),
    pause: fc.integer({ min: 5, max: 180 }),
    startsAfter: fc.integer({ min: 0, max: 900 }),
    separator: fc.constantFrom(' ', '\n'),
  });
const speed = fc.record({
  takes: fc.integer({ min: 0, max: 300 }),
  answersAfter: fc.integer({ min: 0, max: 200 }),
  notifiesAfter: fc.integer({ min: 0, max: 300 }),
});
/** Of one kind: after a lost answer and then a full disk no one can know what was stored. */
const outages = fc.boolean().chain((isAnswerLost) =>
  fc.array(
    fc.record({
      from: fc.integer({ min: 0, max: 4000 }),
      lasts: fc.integer({ min: 1, max: 1500 }),
      isAnswerLost: fc.constant(isAnswerLost),
    }),
    { maxLength: 2 },
  ),
);

const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean).sort();

test('words typed in several tabs at once, with failures between, are stored once', async () => {
  await fc.assert(
    fc.asyncProperty(
      places.chain((all) => fc.tuple(...all.map(writer))),
      speed,
      outages,
      async (writers, times, failures) => {
        const store = new Store(BASE, times, failures);
        const tabs = writers.map(() => new Tab(store));
        const written = writers.map(async (how, index) => {
          const tab = tabs[index]!;
          tab.field.setSelectionRange(how.place, how.place);
          await later(how.startsAfter);
          const words = WORDS[index]!.slice(0, how.words);
          await tab.type(words.map((word) => `${how.separator}${word}`).join('') + ' ', how.pause);
        });
        await wait(60_000);
        await Promise.all(written);
        // The reader retries where a failure is shown.
        for (const tab of tabs) if (tab.failed) tab.saver.flush();
        await wait(20_000);
        const typed = writers.flatMap(({ words }, index) => WORDS[index]!.slice(0, words));
        expect(wordsOf(store.note)).toEqual(wordsOf([BASE, ...typed].join(' ')));
        for (const { field, failed } of tabs) {
          expect(failed).toBe(false);
          expect(field.value).toBe(store.note);
        }
        countSession();
      },
    ),
    { numRuns: countOr(60), ...(givenPath && { path: givenPath }) },
  );
});
