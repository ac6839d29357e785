import { describe, expect, it } from 'vitest';
import { bibtex } from '@/lib/import/bibtex';
import { cslJson } from '@/lib/import/csl-json';
import { ris } from '@/lib/import/ris';
import { zoteroCsv } from '@/lib/import/zotero-csv';
import { readOne } from './read';

const ENTRY = { tags: ['energy', 'to-read'], note: 'Read **this**.' };

describe('a foreign tag named like a status', () => {
  it('stays a tag in RIS, with HTML notes as text', async () => {
    const { paper, entry } = await readOne(
      ris,
      [
        'TY  - GEN',
        'TI  - Quiet <i>Hours</i>',
        'DO  - 10.48550/arXiv.1706.03762',
        'DP  - arXiv.org',
        'N1  - arXiv:1706.03762 [cs]',
        'N1  - <p>Read <strong>this</strong>.</p>',
        'KW  - energy',
        'KW  - to-read',
        'ER  - ',
        '',
      ].join('\n'),
    );
    expect(paper.title).toBe('Quiet Hours');
    expect(entry).toEqual(ENTRY);
  });

  it('stays a tag in BibTeX, with separate paragraphs in notes', async () => {
    const { paper, entry } = await readOne(
      bibtex,
      `@misc{k, title = {Quiet <i>Hours</i>}, note = {arXiv:1706.03762 [cs]},
keywords = {energy, to-read}, annote = {One.

Two.}}`,
    );
    expect(paper).toMatchObject({ id: 'arxiv:1706.03762', title: 'Quiet Hours' });
    expect(entry).toEqual({ ...ENTRY, note: 'One.\n\nTwo.', citationKey: 'k' });
  });

  it('stays a tag in CSL-JSON', async () => {
    const { paper, entry } = await readOne(
      cslJson,
      JSON.stringify([
        {
          id: 'k',
          title: 'Quiet <i>Hours</i>',
          keyword: 'energy, to-read',
          note: '<p>Read <strong>this</strong>.</p>',
        },
      ]),
    );
    expect(paper.title).toBe('Quiet Hours');
    expect(entry).toEqual({ ...ENTRY, citationKey: 'k' });
  });

  it("stays a tag in Zotero's CSV", async () => {
    const { entry } = await readOne(
      zoteroCsv,
      '"Item Type","Title","Author","Manual Tags"\n"preprint","T","A, B","energy; read"\n',
    );
    expect(entry).toEqual({ tags: ['energy', 'read'] });
  });

  it('stays a tag in our RIS after Zotero rewrote it', async () => {
    const { entry } = await readOne(
      ris,
      'TY  - GEN\nTI  - T\nDP  - Papershelf\nN1  - <p>One.</p>\nKW  - read\nID  - k\nER  - \n',
    );
    expect(entry).toEqual({ tags: ['read'], note: 'One.', citationKey: 'k' });
  });
});

describe('a note that looks like the Extra field of Zotero', () => {
  it('is kept in our CSL-JSON and gives no citation key', async () => {
    const { entry } = await readOne(
      cslJson,
      JSON.stringify([
        {
          id: 'mine',
          title: 'T',
          custom: { source: 'Papershelf' },
          keyword: 'read',
          note: 'Citation Key: abc',
        },
      ]),
    );
    expect(entry).toEqual({ status: 'read', note: 'Citation Key: abc', citationKey: 'mine' });
  });
});
