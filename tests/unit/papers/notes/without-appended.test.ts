import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutAppended } from '@/lib/papers/notes/without-appended';

const SOURCE = '> — [Title](https://x.example), 2026-09-28';
const BLOCK = `> A.\n>\n${SOURCE}`;
const append = (note: string, block: string) =>
  [note.trimEnd(), block].filter(Boolean).join('\n\n');

// Text that resembles the block, or is empty.
const line = fc.constantFrom('', '', '>', SOURCE, '> B.', '> mine', 'mine', 'more', '  ');
const lines = fc.array(line, { maxLength: 8 });
const paragraph = fc
  .array(
    line.filter((text) => text.trim() !== ''),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) => all.join('\n'));
const paragraphs = fc.array(paragraph, { maxLength: 4 });
/** Lines inserted at `place`, from 0 (start) to 1 (end). */
const edit = fc.record({ place: fc.double({ min: 0, max: 1, noNaN: true }), lines });

const nonBlank = (text: readonly string[]) => text.filter((each) => each.trim() !== '');

function containsInOrder(text: readonly string[], wanted: readonly string[]): boolean {
  let found = 0;
  for (const each of text) if (each === wanted[found]) found += 1;
  return found === wanted.length;
}

describe('withoutAppended', () => {
  it('restores the note when nothing changed since', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const before = all.join('\n');
        const after = append(before, BLOCK);
        expect(withoutAppended(after, before, after)).toBe(before);
      }),
    );
  });

  it('keeps paragraphs written around the block unchanged', () => {
    fc.assert(
      fc.property(paragraphs, paragraphs, paragraphs, (above, previous, below) => {
        const before = previous.join('\n\n');
        const after = append(before, BLOCK);
        const note = [...above, after, ...below].join('\n\n');
        const without = [...above, ...previous, ...below].join('\n\n');
        expect(withoutAppended(note, before, after)).toBe(without);
      }),
    );
  });

  it('keeps every line of the reader, in order, wherever it was inserted', () => {
    fc.assert(
      fc.property(lines, fc.array(edit, { maxLength: 4 }), (previous, edits) => {
        const before = previous.join('\n');
        const after = append(before, BLOCK);
        const appended = after.split('\n').length - BLOCK.split('\n').length;
        const written = after
          .split('\n')
          .map((text, index) => ({ text, isMine: index < appended }));
        for (const { place, lines: added } of edits) {
          const at = Math.round(place * written.length);
          // Inside the block, equal lines are ambiguous.
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

        // White space at line ends may change.
        const trimmed = (text: readonly string[]) => nonBlank(text).map((each) => each.trimEnd());
        expect(containsInOrder(trimmed(left), trimmed(mine))).toBe(true);
        if (note !== after) expect(containsInOrder(note.split('\n'), left)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['the block was edited', `Old.\n\n> A!\n>\n${SOURCE}`],
    ['something was written into the block', `Old.\n\n> A.\n\nmine\n\n>\n${SOURCE}`],
    ['its last line was continued', `Old.\n\n${BLOCK} mine`],
    ['it is part of a longer quote', `Old.\n\n> mine\n${BLOCK}`],
    ['it was deleted', 'Old.\n\nmine'],
  ])('returns the note unchanged when %s', (_, note) => {
    expect(withoutAppended(note, 'Old.', append('Old.', BLOCK))).toBe(note);
  });

  it('keeps an equal block that was there before', () => {
    const before = `${BLOCK}\n\nOld.`;
    const after = append(before, BLOCK);
    expect(withoutAppended(`${after}\n\nmine`, before, after)).toBe(`${before}\n\nmine`);
    // If all are there, the last was appended.
    expect(withoutAppended(`mine\n\n${after}`, before, after)).toBe(`mine\n\n${before}`);
    // Ambiguous: which of the two is left, or which of these was appended.
    for (const note of [`${BLOCK}\n\nmine`, `mine\n\n${after}\n\n${BLOCK}`]) {
      expect(withoutAppended(note, before, after)).toBe(note);
    }
  });

  it('returns the note unchanged when nothing was appended', () => {
    expect(withoutAppended('Old.\n\nmine', 'Old.', 'Old.')).toBe('Old.\n\nmine');
  });
});
