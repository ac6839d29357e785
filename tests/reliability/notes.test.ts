import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mergeNotes } from '@/lib/papers/notes/merge-notes';
import { Failure } from '@/lib/shared/failure';
import {
  anySpeed,
  anyTyping,
  later,
  NOTE,
  NoteTab,
  type Speed,
  wordsOf,
} from '../fixtures/note-tabs';
import { countOr, counter, givenPath } from './how-long';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const countSession = counter('sessions in one note');

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** When something fails, ms since the start. */
interface Outage {
  from: number;
  lasts: number;
  /** The worker dies once after it stored a note, so that its answer is lost; else nothing is stored. */
  isAnswerLost: boolean;
}

/** The library with one note, which can be out of reach. */
class Store {
  readonly tabs: NoteTab[] = [];
  private readonly start = Date.now();
  private readonly killed = new Set<Outage>();

  constructor(
    public note: string,
    private readonly speed: Speed,
    private readonly outages: readonly Outage[],
  ) {}

  open(): NoteTab {
    // As `sendMessage`, which sends again what was not answered.
    const save = async (base: string, text: string): Promise<string> =>
      (await this.save(base, text)) ?? save(base, text);
    const leave = (base: string, text: string) => void this.save(base, text).catch(() => {});
    const tab = new NoteTab(this.note, { save, leave });
    this.tabs.push(tab);
    return tab;
  }

  /** @returns the stored note; undefined if the answer was lost */
  private async save(base: string, text: string): Promise<string | undefined> {
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

/**
 * Where each reader types: at the end of a line, or between its words. Not two at one place, where
 * about one session in 1500 still splits a word (docs/reliability.md).
 */
const PLACES = [5, 10, 17, 22, 27, NOTE.length];
const WORDS = [
  ['apple', 'amber', 'arrow', 'atlas'],
  ['bravo', 'bison', 'beacon', 'binary'],
];

const places = fc.shuffledSubarray(PLACES, { minLength: 2, maxLength: 2 });
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

test('words typed in two tabs at once, with failures between, are stored once', async () => {
  await fc.assert(
    fc.asyncProperty(
      places.chain((all) => fc.tuple(...all.map((place) => anyTyping(fc.constant(place), 900)))),
      anySpeed,
      outages,
      async (typings, speed, failures) => {
        const store = new Store(NOTE, speed, failures);
        const wordsIn = typings.map(({ words }, index) => WORDS[index]!.slice(0, words));
        const written = typings.map((how, index) => store.open().type(wordsIn[index]!, how));
        await wait(60_000);
        await Promise.all(written);
        // The reader retries where a failure is shown.
        for (const { failed, saver } of store.tabs) if (failed) saver.flush();
        await wait(20_000);
        expect(wordsOf(store.note)).toEqual(wordsOf([NOTE, ...wordsIn.flat()].join(' ')));
        for (const { field, failed } of store.tabs) {
          expect(failed).toBe(false);
          expect(field.value).toBe(store.note);
        }
        countSession();
      },
    ),
    { numRuns: countOr(60), ...(givenPath && { path: givenPath }) },
  );
});
