import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Blockquote, Nodes } from 'mdast';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editEntry, removeEntry } from '@/lib/library/entries/edit-entry';
import { addQuotation, undoQuotation } from '@/lib/library/quotations/quote';
import { savePaper } from '@/lib/library/entries/save-paper';
import { foldSpaces } from '@/lib/shared/text';
import { MINUTE_MS } from '../../fixtures/times';
import { aPaper, openTestLibrary, type TestLibrary } from './library-for-tests';

const paper = aPaper(1);
const url = 'https://huggingface.co/papers/2609.00001';

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** The kinds of all nodes in a tree. */
function kindsOf(node: Nodes): string[] {
  return [node.type, ...('children' in node ? node.children.flatMap(kindsOf) : [])];
}

describe('a quotation', () => {
  it('saves the paper, and stands in its note with where it came from', async () => {
    const library = openTestLibrary();
    const added = await addQuotation(library, paper, { text: 'Notes help.\nAlways.', url });
    const note = `> Notes help.\n> Always.\n>\n> — [Shelving at Scale, Part 1](${url}), 2026-09-28`;
    expect(added).toMatchObject({ before: '', after: note, saved: true });
    const entry = await library.db.entries.get(paper.id);
    expect(entry).toMatchObject({ note, removedAt: 0, status: 'to-read' });
    expect(entry?.editedAt.note).toBe(library.clock.time);
    expect(library.announced).toEqual([paper.id]);
    expect(await library.db.searchOutbox.count()).toBeGreaterThan(0);
    expect(await library.db.papers.get(paper.id)).toMatchObject({ title: paper.title });
  });

  it('comes after what the reader wrote, and changes nothing of it', async () => {
    const library = openTestLibrary();
    await savePaper(library, paper);
    const text = '# Mine\n\n- a point  ';
    await editEntry(library, paper.id, { kind: 'note', base: '', text });
    const { after, saved } = await addQuotation(library, paper, { text: 'One.', url });
    expect(saved).toBe(false);
    expect(after.startsWith('# Mine\n\n- a point\n\n> One.\n>\n> — [')).toBe(true);
    library.clock.time += MINUTE_MS;
    const second = await addQuotation(library, paper, { text: 'Two.', url });
    expect(second.after.startsWith(`${after}\n\n> Two.`)).toBe(true);
  });

  it('asked for twice within a few seconds is one, and later two', async () => {
    const library = openTestLibrary();
    const quotation = { text: 'One.', url };
    const { after } = await addQuotation(library, paper, quotation);
    library.clock.time += 1000;
    expect(await addQuotation(library, paper, quotation)).toMatchObject({
      before: after,
      after,
      saved: false,
    });
    library.clock.time += 10_000;
    const third = await addQuotation(library, paper, quotation);
    expect(third.after).toBe(`${after}\n\n${after}`);
  });

  it('brings a removed paper back with its note', async () => {
    const library = openTestLibrary();
    await savePaper(library, paper);
    await editEntry(library, paper.id, { kind: 'note', base: '', text: 'Kept.' });
    await removeEntry(library, paper.id);
    const { after, saved } = await addQuotation(library, paper, { text: 'One.', url });
    expect(saved).toBe(true);
    expect(after).toMatch(/^Kept\.\n\n> One\./);
    expect(await library.db.entries.get(paper.id)).toMatchObject({ note: after, removedAt: 0 });
  });

  it('and words that are being written elsewhere are both kept', async () => {
    const library = openTestLibrary();
    await savePaper(library, paper);
    await addQuotation(library, paper, { text: 'One.', url });
    // A panel that was open before sends what was typed there.
    await editEntry(library, paper.id, { kind: 'note', base: '', text: 'Typed.' });
    const { note = '' } = (await library.db.entries.get(paper.id)) ?? {};
    expect(note).toContain('Typed.');
    expect(note).toContain('> One.');
  });

  it('is undone, whatever was written since', async () => {
    const library = openTestLibrary();
    await savePaper(library, paper);
    await editEntry(library, paper.id, { kind: 'note', base: '', text: 'Mine.' });
    const added = await addQuotation(library, paper, { text: 'One.', url });
    const { after } = added;
    await editEntry(library, paper.id, { kind: 'note', base: after, text: `${after}\n\nMore.` });
    const { entry } = (await undoQuotation(library, paper.id, added)).state;
    expect(entry?.note).toContain('Mine.');
    expect(entry?.note).toContain('More.');
    expect(entry?.note).not.toContain('One.');
    expect(entry?.removedAt).toBe(0);
    expect(await library.db.entries.get(paper.id)).toEqual(entry);
  });

  it('that was edited, or is there more than once, is left in the note, which is told', async () => {
    const edits = [
      (note: string) => note.replace('One.', 'Won.'),
      (note: string) => `Above.\n\n${note}\n\n${note}`,
    ];
    for (const edited of edits) {
      const library = openTestLibrary();
      const added = await addQuotation(library, paper, { text: 'One.', url });
      const { after } = added;
      await editEntry(library, paper.id, { kind: 'note', base: after, text: edited(after) });
      const entry = await library.db.entries.get(paper.id);
      library.clock.time += 1000;
      const undone = await undoQuotation(library, paper.id, added);
      expect(undone).toMatchObject({ state: { entry }, left: true });
      expect(await library.db.entries.get(paper.id)).toEqual(entry);
    }
  });

  it('of which the same was there before is undone, whatever was written around them', async () => {
    const library = openTestLibrary();
    const { after: first } = await addQuotation(library, paper, { text: 'One.', url });
    library.clock.time += 10_000;
    const added = await addQuotation(library, paper, { text: 'One.', url });
    const text = `Above.\n\n${added.after}\n\nBelow.`;
    await editEntry(library, paper.id, { kind: 'note', base: added.after, text });
    const undone = await undoQuotation(library, paper.id, added);
    const note = `Above.\n\n${first}\n\nBelow.`;
    expect(undone).toMatchObject({ state: { entry: { note } }, left: false });
  });

  it('is taken out once, and asked for again it is not left', async () => {
    const library = openTestLibrary();
    await savePaper(library, paper);
    await editEntry(library, paper.id, { kind: 'note', base: '', text: 'Mine.' });
    const added = await addQuotation(library, paper, { text: 'One.', url });
    const undone = await undoQuotation(library, paper.id, added);
    expect(undone).toMatchObject({ state: { entry: { note: 'Mine.' } }, left: false });
    expect(await undoQuotation(library, paper.id, added)).toEqual(undone);
  });

  const old = 'Old line.';
  it.each<[string, (note: string) => string, string]>([
    ['a comment', (note) => `${note}\n\nMy comment.`, `${old}\n\nMy comment.`],
    [
      'paragraphs and a quote of the reader',
      (note) => `${note}\n\nFirst.\n\nSecond.\n\n> mine\n>\n> too`,
      `${old}\n\nFirst.\n\nSecond.\n\n> mine\n>\n> too`,
    ],
    ['what is above it', (note) => `First.\n\n${note}`, `First.\n\n${old}`],
    ['a line right below it', (note) => `${note}\nMore.`, `${old}\n\nMore.`],
    ['nothing but an empty line', (note) => `${note}\n`, `${old}\n`],
  ])('is undone, and leaves %s as it was written', async (_, written, left) => {
    const library = openTestLibrary();
    await savePaper(library, paper);
    await editEntry(library, paper.id, { kind: 'note', base: '', text: old });
    const added = await addQuotation(library, paper, { text: 'A.', url });
    const { after } = added;
    await editEntry(library, paper.id, { kind: 'note', base: after, text: written(after) });
    const { entry } = (await undoQuotation(library, paper.id, added)).state;
    expect(entry?.note).toBe(left);
  });

  it('is undone, and leaves another of the same page and day whole, in either order', async () => {
    for (const before of ['', old]) {
      for (const text of ['A.', 'B.']) {
        const library = openTestLibrary();
        await savePaper(library, paper);
        await editEntry(library, paper.id, { kind: 'note', base: '', text: before });
        const one = await addQuotation(library, paper, { text: 'A.', url });
        library.clock.time += 10_000;
        const two = await addQuotation(library, paper, { text, url });
        const block = two.after.slice(one.after.length + 2);
        await undoQuotation(library, paper.id, one);
        const left = (await library.db.entries.get(paper.id))?.note;
        expect(left).toBe([before, block].filter(Boolean).join('\n\n'));
        await undoQuotation(library, paper.id, text === 'A.' ? one : two);
        expect((await library.db.entries.get(paper.id))?.note).toBe(before);
      }
    }
  });

  it('is undone without a trace when it saved the paper, asked for once or twice', async () => {
    const library = openTestLibrary();
    const added = await addQuotation(library, paper, { text: 'One.', url });
    await library.db.searchOutbox.clear();
    library.announced.length = 0;
    library.clock.time += 1000;
    const undone = await undoQuotation(library, paper.id, added);
    expect(undone).toMatchObject({ state: { paperId: paper.id, entry: null }, left: false });
    expect(await library.db.entries.count()).toBe(0);
    expect(await library.db.searchOutbox.count()).toBe(1);
    expect(library.announced).toEqual([paper.id]);
    expect(await undoQuotation(library, paper.id, added)).toEqual(undone);
  });

  it('is undone with the paper that came with it, asked for once or twice', async () => {
    const library = openTestLibrary();
    await savePaper(library, paper);
    await editEntry(library, paper.id, { kind: 'note', base: '', text: 'Kept.' });
    await removeEntry(library, paper.id);
    const { savedAt = 0 } = (await library.db.entries.get(paper.id)) ?? {};
    library.clock.time += 1000;
    // A clock that does not stand still within one change.
    const ticking = { ...library, now: () => (library.clock.time += 1) };
    const added = await addQuotation(ticking, paper, { text: 'One.', url });
    library.clock.time += 1000;
    library.announced.length = 0;
    const { entry } = (await undoQuotation(library, paper.id, added)).state;
    expect(entry).toMatchObject({ note: 'Kept.', savedAt, removedAt: library.clock.time });
    expect(library.announced).toEqual([paper.id]);
    library.clock.time += 1000;
    expect((await undoQuotation(library, paper.id, added)).state.entry).toEqual(entry);
  });

  it.each<[string, (library: TestLibrary, note: string) => Promise<unknown>]>([
    [
      'wrote to the note',
      (library, note) =>
        editEntry(library, paper.id, { kind: 'note', base: note, text: `${note}\n\nMy words.` }),
    ],
    ['tagged', (library) => editEntry(library, paper.id, { kind: 'add-tag', tag: 'mine' })],
    [
      'removed and saved again',
      async (library) => {
        await removeEntry(library, paper.id);
        library.clock.time += 1000;
        await savePaper(library, paper);
      },
    ],
  ])('is undone, and leaves a paper that the reader %s meanwhile', async (_, write) => {
    const library = openTestLibrary();
    const added = await addQuotation(library, paper, { text: 'One.', url });
    expect(added.saved).toBe(true);
    library.clock.time += 1000;
    await write(library, added.after);
    library.clock.time += 1000;
    const { entry } = (await undoQuotation(library, paper.id, added)).state;
    expect(entry?.removedAt).toBe(0);
    expect(entry?.note).not.toContain('One.');
  });

  it('of a paper that was never saved cannot be undone', async () => {
    const undo = { before: '', after: 'One.', saved: true };
    await expect(undoQuotation(openTestLibrary(), paper.id, undo)).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('of nothing is refused, and nothing is written', async () => {
    const library = openTestLibrary();
    await expect(addQuotation(library, paper, { text: ' \n ', url })).rejects.toMatchObject({
      code: 'malformed',
    });
    expect(await library.db.entries.count()).toBe(0);
    expect(await library.db.papers.count()).toBe(0);
    expect(library.announced).toEqual([]);
  });

  it('of a paper whose title nobody knows names its id, and a known title stays', async () => {
    const library = openTestLibrary();
    const unnamed = { id: 'arxiv:2609.00009', title: '' } as const;
    const { after } = await addQuotation(library, unnamed, { text: 'One.', url });
    expect(after).toContain('[arxiv:2609.00009](');
    await savePaper(library, paper);
    const named = await addQuotation(library, { ...unnamed, id: paper.id }, { text: 'Two.', url });
    expect(named.after).toContain('[Shelving at Scale, Part 1](');
  });

  it('stays text, whatever it holds: nothing in it is markup, nor leaves the quote', async () => {
    const hostile = [
      '# Heading',
      '- item\n1. item\n===\n---',
      '```\ncode\n```',
      '    indented\n\tcode',
      '> quote\n\nleft the quote',
      '<script>alert(1)</script> &lt; &amp;copy;',
      '[link](javascript:alert(1)) ![x](y) <https://x.example>',
      '[x]: https://x.example',
      '*a* _b_ `c` \\ ~~d~~ | e',
      '***\n___\n+ x\n2) y',
    ];
    const library = openTestLibrary();
    for (const text of hostile) {
      const { before, after } = await addQuotation(library, paper, { text, url });
      library.clock.time += MINUTE_MS;
      const tree = fromMarkdown(after.slice(before.length));
      expect(tree.children.map(({ type }) => type)).toEqual(['blockquote']);
      const [quote] = tree.children as [Blockquote];
      expect(new Set(quote.children.flatMap((child) => kindsOf(child)))).toEqual(
        new Set(['paragraph', 'text', 'link']),
      );
      const said = quote.children.slice(0, -1).map(textOf).join(' ');
      expect(foldSpaces(said)).toBe(foldSpaces(text));
    }
  });

  it('of any text is one block quote with that text and one link', async () => {
    const library = openTestLibrary();
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom(...'ab \n\t#>-*_`[]()<>&;:!~|\\1.+=') }),
        async (text) => {
          fc.pre(text.trim() !== '');
          library.clock.time += MINUTE_MS;
          const { before, after } = await addQuotation(library, paper, { text, url });
          const tree = fromMarkdown(after.slice(before.length));
          expect(tree.children.map(({ type }) => type)).toEqual(['blockquote']);
          const [quote] = tree.children as [Blockquote];
          const kinds = quote.children.flatMap((child) => kindsOf(child));
          expect(kinds.filter((kind) => !['paragraph', 'text'].includes(kind))).toEqual(['link']);
          const said = quote.children.slice(0, -1).map(textOf).join(' ');
          expect(foldSpaces(said)).toBe(foldSpaces(text));
        },
      ),
      { numRuns: 200 },
    );
  });
});
