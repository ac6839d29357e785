import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutAppended } from '@/lib/papers/notes/without-appended';

const SOURCE = '> — [Title](https://x.example), 2026-09-28';
const BLOCK = `> A.\n>\n${SOURCE}`;
const append = (note: string, block: string) =>
  [note.trimEnd(), block].filter(Boolean).join('\n\n');

// What a reader writes that looks most like the block, or is empty.
const line = fc.constantFrom('', '', '>', SOURCE, '> B.', '> mine', 'mine', 'more', '  ');
const lines = fc.array(line, { maxLength: 8 });
const paragraph = fc
  .array(
    line.filter((text) => text.trim() !== ''),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) => all.join('\n'));
const paragraphs = fc.array(paragraph, { maxLength: 4 });
/** Lines put in at some place, from 0 for the beginning to 1 for the end. */
const edit = fc.record({ place: fc.double({ min: 0, max: 1, noNaN: true }), lines });

const filled = (text: readonly string[]) => text.filter((each) => each.trim() !== '');

/** Whether all of `wanted` stand in `text`, in this order. */
function holds(text: readonly string[], wanted: readonly string[]): boolean {
  let found = 0;
  for (const each of text) if (each === wanted[found]) found += 1;
  return found === wanted.length;
}

describe('a note without what was appended', () => {
  it('is what it was, when nothing came after', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const before = all.join('\n');
        const after = append(before, BLOCK);
        expect(withoutAppended(after, before, after)).toBe(before);
      }),
    );
  });

  it('has each paragraph that was written around it, as it was', () => {
    fc.assert(
      fc.property(paragraphs, paragraphs, paragraphs, (above, former, below) => {
        const before = former.join('\n\n');
        const after = append(before, BLOCK);
        const note = [...above, after, ...below].join('\n\n');
        const without = [...above, ...former, ...below].join('\n\n');
        expect(withoutAppended(note, before, after)).toBe(without);
      }),
    );
  });

  it('has every line that the reader wrote, in order, wherever it was put', () => {
    fc.assert(
      fc.property(lines, fc.array(edit, { maxLength: 4 }), (former, edits) => {
        const before = former.join('\n');
        const after = append(before, BLOCK);
        const appended = after.split('\n').length - BLOCK.split('\n').length;
        const written = after
          .split('\n')
          .map((text, index) => ({ text, isMine: index < appended }));
        for (const { place, lines: added } of edits) {
          const at = Math.round(place * written.length);
          // Within the block the same lines again could be either's.
          const isWithin = [written.slice(0, at), written.slice(at)].every((side) =>
            side.some(({ isMine }) => !isMine),
          );
          const texts = isWithin
            ? added.filter((text) => !BLOCK.split('\n').includes(text))
            : added;
          written.splice(at, 0, ...texts.map((text) => ({ text, isMine: true })));
        }
        const note = written.map(({ text }) => text).join('\n');
        const mine = written.filter(({ isMine }) => isMine).map(({ text }) => text);

        const left = withoutAppended(note, before, after).split('\n');

        // Of the lines at the end of a note the white space is no word.
        const trimmed = (text: readonly string[]) => filled(text).map((each) => each.trimEnd());
        expect(holds(trimmed(left), trimmed(mine))).toBe(true);
        if (note !== after) expect(holds(note.split('\n'), left)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['it was edited', `Old.\n\n> A!\n>\n${SOURCE}`],
    ['something was written into it', `Old.\n\n> A.\n\nmine\n\n>\n${SOURCE}`],
    ['its last line goes on', `Old.\n\n${BLOCK} mine`],
    ['it is part of a longer quote', `Old.\n\n> mine\n${BLOCK}`],
    ['it was taken out', 'Old.\n\nmine'],
  ])('is the note as it is, when %s', (_, note) => {
    expect(withoutAppended(note, 'Old.', append('Old.', BLOCK))).toBe(note);
  });

  it('keeps the same block that was there before', () => {
    const before = `${BLOCK}\n\nOld.`;
    const after = append(before, BLOCK);
    expect(withoutAppended(`${after}\n\nmine`, before, after)).toBe(`${before}\n\nmine`);
    // With all of them there the last is the one that was appended.
    expect(withoutAppended(`mine\n\n${after}`, before, after)).toBe(`mine\n\n${before}`);
    // Nobody can tell which of the two this is, nor which of these was appended.
    for (const note of [`${BLOCK}\n\nmine`, `mine\n\n${after}\n\n${BLOCK}`]) {
      expect(withoutAppended(note, before, after)).toBe(note);
    }
  });

  it('is the note as it is, when nothing was appended', () => {
    expect(withoutAppended('Old.\n\nmine', 'Old.', 'Old.')).toBe('Old.\n\nmine');
  });
});
