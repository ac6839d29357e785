import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeNotes } from '@/lib/papers/notes/merge-notes';

describe('mergeNotes', () => {
  it.each([
    ['only mine changed', 'a', 'a b', 'a', 'a b'],
    ['only theirs changed', 'a', 'a', 'a c', 'a c'],
    ['both the same', 'a', 'b', 'b', 'b'],
    ['different lines', 'one\ntwo\nthree', 'ONE\ntwo\nthree', 'one\ntwo\nTHREE', 'ONE\ntwo\nTHREE'],
    ['the same line', 'one', 'mine', 'theirs', 'theirs\nmine'],
    ['mine continues theirs', '', 'the quick fox', 'the quick', 'the quick fox'],
    ['mine emptied while theirs grew', 'one', '', 'one\ntwo', 'two'],
    ['mine continues a line next to one of theirs', 'a\nli', 'a\nline', 'a\nt1\nli', 'a\nt1\nline'],
    ['paragraphs of theirs', '', 'mine', 'one\n\ntwo', 'one\n\ntwo\nmine'],
    ['paragraphs of mine', '', 'one\n\ntwo', 'theirs', 'theirs\none\n\ntwo'],
    ['mine below an empty line', 'a\n', 'a\n\nmine', 'a\none\n\ntwo', 'a\none\n\ntwo\nmine'],
    ['a common line, each with more', 'tab 0', '1\n2', '1\n3', '1\n3\n2'],
  ])('merges: %s', (_, base, mine, theirs, merged) => {
    expect(mergeNotes(base, mine, theirs)).toBe(merged);
  });

  it('keeps every line of both sides', () => {
    const line = fc.stringMatching(/^[a-z]{1,6}$/);
    const note = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(note, note, note, (base, mine, theirs) => {
        const before = new Set(base.split('\n'));
        const after = mergeNotes(base, mine, theirs).split('\n');
        const written = [...mine.split('\n'), ...theirs.split('\n')];
        // A continued line includes the shorter one.
        const isKept = (line: string) => after.some((kept) => kept.startsWith(line));
        expect(written.filter((line) => !before.has(line) && !isKept(line))).toEqual([]);
      }),
    );
  });

  it('duplicates no line when repeated', () => {
    /** One side's edit of `base`: for each line, whether it stays and whether a new one follows. */
    const side = fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 5, maxLength: 5 });
    const base = [0, 1, 2, 3, 4].map((line) => `base ${line}`);
    const written = (changes: [boolean, boolean][], name: string) =>
      changes
        .flatMap(([stays, grows], line) => [
          ...(stays ? [`base ${line}`] : []),
          ...(grows ? [`${name} ${line}`] : []),
        ])
        .join('\n');
    fc.assert(
      fc.property(side, side, (mine, theirs) => {
        const edit = written(mine, 'mine');
        const once = mergeNotes(base.join('\n'), edit, written(theirs, 'theirs'));
        const lines = mergeNotes(base.join('\n'), edit, once).split('\n').filter(Boolean);
        expect(new Set(lines).size).toBe(lines.length);
      }),
      { numRuns: 3000 },
    );
  });

  it.each(['', 'The paper.\n'])('is idempotent from %j', (base) => {
    const once = mergeNotes(base, `${base}mine`, `${base}theirs`);
    expect(once).toBe(`${base}theirs\nmine`);
    expect(mergeNotes(base, `${base}mine`, once)).toBe(once);
  });

  it('merges a long note', () => {
    const base = Array.from({ length: 5000 }, (_, line) => `line ${line}`).join('\n');
    expect(mergeNotes(base, `${base}\nmine`, `theirs\n${base}`)).toBe(`theirs\n${base}\nmine`);
  });
});

describe('words of one line', () => {
  it.each([
    ['at two places', 'a line here', 'a long line here', 'a line here now', 'a long line here now'],
    ['at one place', 'top', 'top mine', 'top theirs', 'top theirs mine'],
    ['a word that one continues', 'the qui', 'the quick', 'the qui fox', 'the quick fox'],
    [
      'a line that one splits',
      'one two',
      'one\nmine two',
      'one two theirs',
      'one\nmine two theirs',
    ],
    [
      'a word that both changed',
      'a red car',
      'a blue car',
      'a green car',
      'a green car\na blue car',
    ],
    ['a removed and a changed word', 'a red car', 'a car', 'a redder car', 'a redder car'],
    ['without spaces', '猫が好き', '黒猫が好き', '猫が大好き', '黒猫が大好き'],
  ])('are merged: %s', (_, base, mine, theirs, merged) => {
    expect(mergeNotes(base, mine, theirs)).toBe(merged);
    expect(mergeNotes(base, mine, merged)).toBe(merged);
  });

  it('are bounded in time for equal lines', () => {
    const equal = Array.from({ length: 20_000 }, () => 'same').join('\n');
    const [mine, theirs] = [`mine\n${equal}\nsame`, `${equal}\nsame\nsame\ntheirs`];
    const merged = mergeNotes(equal, mine, theirs).split('\n');
    expect([merged[0], merged.at(-1)]).toEqual(['mine', 'theirs']);
    // Nothing in common: more changes than are searched for.
    const other = Array.from({ length: 20_000 }, (_, line) => `other ${line}`).join('\n');
    expect(mergeNotes(equal, `${other}\nx`, other).split('\n')).toHaveLength(20_001);
  });
});

describe('an edit that is merged again', () => {
  it.each([
    ['beside a space of its own', 'line brav here', 'line bravo  here', 'line bravo  here apple'],
    ['between its spaces', 'first line', 'first bravo  line', 'first bravo apple  line'],
    ['with a removed word', 'a long line', 'a line', 'a line here'],
  ])('changes nothing: %s', (_, base, mine, theirs) => {
    expect(mergeNotes(base, mine, theirs)).toBe(theirs);
  });
});

describe('words that go on in a short line', () => {
  it('are no other line', () => {
    const [base, theirs] = ['first appl brav line', 'first apple bravo line'];
    expect(mergeNotes(base, 'first cobalt appl brav line', theirs)).toBe(
      'first cobalt apple bravo line',
    );
  });
});

describe('mergeNotes, of long notes with equal lines', () => {
  const lines = (count: number, line: (number: number) => string): string =>
    Array.from({ length: count }, (_, number) => line(number)).join('\n');

  it('merges edits of both ends between the lines that are there once', () => {
    const base = lines(20_000, (number) => (number % 2 === 0 ? '' : `line ${number}`));
    const [mine, theirs] = [`mine\n${base}`, `${base}\ntheirs`];
    expect(mergeNotes(base, mine, theirs)).toBe(`mine\n${base}\ntheirs`);
    const changed = theirs.replace('line 777\n', 'line 777, changed\n');
    expect(mergeNotes(base, mine, changed)).toBe(`mine\n${changed}`);
  });

  it.each([3000, 200_000])('keeps what both added to %i equal lines', (count) => {
    const base = lines(count, () => 'a');
    const merged = mergeNotes(base, `mine\n${base}\nmine`, `theirs\n${base}\ntheirs`);
    expect(new Set(merged.split('\n'))).toEqual(new Set(['mine', 'theirs', 'a']));
    expect(merged.split('\n').length).toBeGreaterThanOrEqual(count + 4);
  });

  it('ends soon for lines that repeat in another order', () => {
    const base = lines(6000, (number) => String(number % 3));
    const mine = lines(6000, (number) => String((number * 2) % 3));
    const theirs = lines(6000, (number) => String(number % 5));
    expect(mergeNotes(base, mine, theirs).split('\n')).toContain('4');
  });
});
