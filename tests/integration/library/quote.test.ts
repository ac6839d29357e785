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

function kindsOf(node: Nodes): string[] {
  return [node.type, ...('children' in node ? node.children.flatMap(kindsOf) : [])];
}

describe('addQuotation and undoQuotation', () => {
  it('save the paper and add the quotation with its source to the note', async () => {
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

  it('append to an existing note without changing it', async () => {
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

  it('ignore a repeat within a few seconds, but not later', async () => {
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

  it('restore a removed paper with its note', async () => {
    const library = openTestLibrary();
    await savePaper(library, paper);
    await editEntry(library, paper.id, { kind: 'note', base: '', text: 'Kept.' });
    await removeEntry(library, paper.id);
    const { after, saved } = await addQuotation(library, paper, { text: 'One.', url });
    expect(saved).toBe(true);
    expect(after).toMatch(/^Kept\.\n\n> One\./);
    expect(await library.db.entries.get(paper.id)).toMatchObject({ note: after, removedAt: 0 });
  });

  it('keep a note typed elsewhere at the same time', async () => {
    const library = openTestLibrary();
    await savePaper(library, paper);
    await addQuotation(library, paper, { text: 'One.', url });
    // A panel opened earlier sends its note.
    await editEntry(library, paper.id, { kind: 'note', base: '', text: 'Typed.' });
    const { note = '' } = (await library.db.entries.get(paper.id)) ?? {};
    expect(note).toContain('Typed.');
    expect(note).toContain('> One.');
  });

  it('undo the quotation and keep later edits', async () => {
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

  it('leave an edited or ambiguous quotation in the note, and report it', async () => {
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

  it('undo the later of two equal quotations, with text around them', async () => {
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

  it('undo idempotently', async () => {
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
      'paragraphs and a quote by the reader',
      (note) => `${note}\n\nFirst.\n\nSecond.\n\n> mine\n>\n> too`,
      `${old}\n\nFirst.\n\nSecond.\n\n> mine\n>\n> too`,
    ],
    ['a paragraph above it', (note) => `First.\n\n${note}`, `First.\n\n${old}`],
    ['a line right below it', (note) => `${note}\nMore.`, `${old}\n\nMore.`],
    ['an empty line', (note) => `${note}\n`, `${old}\n`],
  ])('undo the quotation and keep %s', async (_, written, left) => {
    const library = openTestLibrary();
    await savePaper(library, paper);
    await editEntry(library, paper.id, { kind: 'note', base: '', text: old });
    const added = await addQuotation(library, paper, { text: 'A.', url });
    const { after } = added;
    await editEntry(library, paper.id, { kind: 'note', base: after, text: written(after) });
    const { entry } = (await undoQuotation(library, paper.id, added)).state;
    expect(entry?.note).toBe(left);
  });

  it('undo one of two quotations of the same page and day, in either order', async () => {
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

  it('delete the entry when the quotation saved the paper, idempotently', async () => {
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

  it('move the paper back to the trash when the quotation restored it, idempotently', async () => {
    const library = openTestLibrary();
    await savePaper(library, paper);
    await editEntry(library, paper.id, { kind: 'note', base: '', text: 'Kept.' });
    await removeEntry(library, paper.id);
    const { savedAt = 0 } = (await library.db.entries.get(paper.id)) ?? {};
    library.clock.time += 1000;
    // A clock that advances within one change.
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
      'annotated',
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
  ])('keep a paper that the reader %s meanwhile', async (_, write) => {
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

  it('fail with not-found to undo on an unsaved paper', async () => {
    const undo = { before: '', after: 'One.', saved: true };
    await expect(undoQuotation(openTestLibrary(), paper.id, undo)).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('reject an empty quotation and write nothing', async () => {
    const library = openTestLibrary();
    await expect(addQuotation(library, paper, { text: ' \n ', url })).rejects.toMatchObject({
      code: 'malformed',
    });
    expect(await library.db.entries.count()).toBe(0);
    expect(await library.db.papers.count()).toBe(0);
    expect(library.announced).toEqual([]);
  });

  it('name a paper by its id when its title is unknown', async () => {
    const library = openTestLibrary();
    const unnamed = { id: 'arxiv:2609.00009', title: '' } as const;
    const { after } = await addQuotation(library, unnamed, { text: 'One.', url });
    expect(after).toContain('[arxiv:2609.00009](');
    await savePaper(library, paper);
    const named = await addQuotation(library, { ...unnamed, id: paper.id }, { text: 'Two.', url });
    expect(named.after).toContain('[Shelving at Scale, Part 1](');
  });

  it('escape Markdown and HTML in the quotation', async () => {
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

  it('write any text as one block quote with one link', async () => {
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
