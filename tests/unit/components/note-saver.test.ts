import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NoteSaver, SAVE_WITHIN } from '@/components/fields/note-saver';
import { Failure } from '@/lib/shared/failure';
import { mergeNotes } from '@/lib/papers/notes/merge-notes';

/** A slow store that merges like the library. */
class SlowStore {
  note = '';
  readonly saves: { base: string; text: string }[] = [];
  readonly shown: string[] = [];
  readonly leave = vi.fn();
  readonly report = vi.fn();
  private answers: (() => void)[] = [];

  save = (base: string, text: string): Promise<string> => {
    this.saves.push({ base, text });
    return new Promise((resolve) => {
      this.answers.push(() => {
        this.note = mergeNotes(base, text, this.note);
        resolve(this.note);
      });
    });
  };
  show = (text: string): void => void this.shown.push(text);

  async answer(): Promise<void> {
    this.answers.shift()?.();
    await vi.advanceTimersByTimeAsync(0);
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open(note = ''): { store: SlowStore; saver: NoteSaver } {
  const store = new SlowStore();
  store.note = note;
  return { store, saver: new NoteSaver(note, store) };
}

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('saves within the limit during continued typing', async () => {
  const { store, saver } = open();

  saver.type('a');
  await wait(SAVE_WITHIN - 50);
  saver.type('ab');
  await wait(50);

  expect(store.saves).toEqual([{ base: '', text: 'ab' }]);
});

test('loses nothing that is typed during a save', async () => {
  const { store, saver } = open();

  saver.type('one');
  await wait(SAVE_WITHIN);
  saver.type('one two');
  await wait(5 * SAVE_WITHIN);
  expect(store.saves).toHaveLength(1);
  await store.answer();
  expect(store.saves.at(-1)).toEqual({ base: 'one', text: 'one two' });
  await store.answer();

  expect(store.note).toBe('one two');
  expect(store.shown).toEqual([]);
});

test('saves the earlier text when it was restored during a save', async () => {
  const { store, saver } = open('a');

  saver.type('ab');
  await wait(SAVE_WITHIN);
  saver.type('a');
  saver.storedElsewhere('ab');
  await store.answer();
  await store.answer();

  expect(store.note).toBe('a');
  expect(store.shown).toEqual([]);
});

test('shows text of another tab that was merged', async () => {
  const { store, saver } = open('top\nend');

  store.note = 'top\nend\ntheirs';
  saver.type('mine\ntop\nend');
  await wait(SAVE_WITHIN);
  await store.answer();

  expect(store.shown).toEqual(['mine\ntop\nend\ntheirs']);
  saver.type('mine!\ntop\nend\ntheirs');
  await wait(SAVE_WITHIN);
  expect(store.saves.at(-1)?.base).toBe('mine\ntop\nend\ntheirs');
});

test('keeps both texts when another tab writes during typing', async () => {
  const { store, saver } = open('top\nend');

  store.note = 'top\nend\ntheirs';
  saver.type('mine\ntop\nend');
  await wait(SAVE_WITHIN);
  saver.type('mine more\ntop\nend');
  await store.answer();
  await store.answer();

  expect(store.note).toContain('mine more');
  expect(store.note).toContain('theirs');
  expect(store.shown.at(-1)).toBe(store.note);
});

describe('storedElsewhere', () => {
  test('shows the text while nothing is unsaved', () => {
    const { store, saver } = open('a');

    saver.storedElsewhere('b');

    expect(store.shown).toEqual(['b']);
  });

  test('keeps unsaved text', async () => {
    const { store, saver } = open('a');

    saver.type('a mine');
    store.note = 'a\ntheirs';
    saver.storedElsewhere('a\ntheirs');
    expect(store.shown).toEqual([]);
    await wait(SAVE_WITHIN);
    await store.answer();

    expect(store.note).toContain('mine');
    expect(store.note).toContain('theirs');
    expect(store.shown).toEqual([store.note]);
  });

  test('ignores its own earlier text', async () => {
    const { store, saver } = open();

    saver.type('a');
    await wait(SAVE_WITHIN);
    await store.answer();
    saver.type('ab');
    await wait(SAVE_WITHIN);
    await store.answer();
    saver.storedElsewhere('a');
    saver.storedElsewhere('ab');
    await wait(5000);

    expect(store.shown).toEqual([]);
  });

  test('shows a newer text that arrived during a save', async () => {
    const { store, saver } = open();

    saver.type('a');
    await wait(SAVE_WITHIN);
    saver.storedElsewhere('a\ntheirs');
    await store.answer();
    await wait(2000);

    expect(store.shown).toEqual(['a\ntheirs']);
  });
});

describe('leaving', () => {
  test('sends unsaved text once', async () => {
    const { store, saver } = open('a');

    saver.leave();
    expect(store.leave).not.toHaveBeenCalled();
    saver.type('ab');
    saver.leave();
    saver.leave();

    expect(store.leave).toHaveBeenCalledExactlyOnceWith('a', 'ab');
  });

  test('saves text typed during a save when the field is closed', async () => {
    const { store, saver } = open();

    saver.type('a');
    await wait(SAVE_WITHIN);
    saver.type('ab');
    saver.close();
    await store.answer();
    await store.answer();

    expect(store.note).toBe('ab');
  });
});

describe('a failing save', () => {
  test('is reported and retried with the next input', async () => {
    const { store, saver } = open();
    const save = vi.spyOn(store, 'save').mockRejectedValueOnce(new Failure('storage-full'));

    saver.type('a');
    await wait(SAVE_WITHIN);
    expect(store.report).toHaveBeenLastCalledWith('storage-full');
    expect(store.shown).toEqual([]);
    saver.type('ab');
    await wait(SAVE_WITHIN);
    await store.answer();

    expect(save).toHaveBeenCalledTimes(2);
    expect(store.note).toBe('ab');
    expect(store.report).toHaveBeenLastCalledWith(undefined);
  });

  test('is sent to the background once the field is gone', async () => {
    const { store, saver } = open();
    vi.spyOn(store, 'save').mockRejectedValueOnce(new Failure('database'));

    saver.type('a');
    saver.close();
    await wait(0);

    expect(store.leave).toHaveBeenCalledExactlyOnceWith('', 'a');
  });
});
