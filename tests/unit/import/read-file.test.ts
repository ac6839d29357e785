import { describe, expect, it } from 'vitest';
import { readFile, type ReadBatch, type ReadFile } from '@/lib/import/read-file';

async function readAll(
  content: Uint8Array | string,
  name = '',
): Promise<{ batches: ReadBatch[]; end: ReadFile }> {
  const batches: ReadBatch[] = [];
  const reading = readFile(content, name);
  for (;;) {
    const step = await reading.next();
    if (step.done) return { batches, end: step.value };
    batches.push(step.value);
  }
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const idOf = (number: number) => `2512.${String(number).padStart(5, '0')}`;

describe('readFile', () => {
  it('returns papers in batches with the progress', async () => {
    const text = Array.from({ length: 1200 }, (_, number) => `${idOf(number)}\n`).join('');

    const { batches, end } = await readAll(utf8(text), 'ids.txt');

    expect(batches.map(({ records }) => records.length)).toEqual([500, 500, 200]);
    expect(batches.map(({ fraction }) => Math.round(fraction * 12))).toEqual([5, 10, 12]);
    expect(end).toEqual({ format: { id: 'pasted-list', label: 'arXiv links' }, encoding: 'utf-8' });
  });

  it('reads a pasted text', async () => {
    const { batches } = await readAll('2512.01234');

    expect(batches.flatMap(({ records }) => records)).toHaveLength(1);
  });

  it('returns the encoding of a file that is not UTF-8', async () => {
    const latin1 = Uint8Array.from('@misc{a, title={M\u00fcller}}', (sign) => sign.charCodeAt(0));

    const { batches, end } = await readAll(latin1, 'a.bib');

    expect(end.encoding).toBe('windows-1252');
    expect(batches[0]?.records[0]?.paper.title).toBe('Müller');
  });

  it('reports the first line that is not UTF-8', async () => {
    const file = [...utf8('@misc{a, title={Ł}}\n@misc{b, title={M'), 0xfc, ...utf8('l}}\n')];

    const { batches, end } = await readAll(Uint8Array.from(file), 'a.bib');

    expect(end.encoding).toBe('utf-8');
    expect(batches.flatMap(({ records }) => records.map(({ paper }) => paper.title))).toEqual([
      'Ł',
      'Mül',
    ]);
    expect(batches.flatMap(({ problems }) => problems)).toEqual([
      { code: 'mixed-encoding', line: 2 },
    ]);
  });

  it('stops at 200,000 entries and reports it', async () => {
    const { batches } = await readAll(
      Array.from({ length: 200_010 }, (_, n) => `TY  - GEN\nTI  - T${n}\nER  - \n`).join(''),
      'a.ris',
    );

    expect(batches.reduce((sum, { records }) => sum + records.length, 0)).toBe(200_000);
    expect(batches.flatMap(({ problems }) => problems)).toEqual([
      { code: 'too-many', line: 600_001 },
    ]);
  });

  it('returns valid entries after any number of invalid ones', async () => {
    const bad = '{"paperId":"bad"}\n'.repeat(200_010);
    const good = '{"paperId":"arxiv:2512.00001"}\n';

    const { batches } = await readAll(
      `{\n"format":"papershelf-backup",\n"version":1,\n"entries":[\n${bad}${good}]\n}\n`,
    );

    expect(batches.flatMap(({ records }) => records)).toHaveLength(1);
    expect(batches.reduce((sum, { problems }) => sum + problems.length, 0)).toBe(200_010);
  });

  it('cuts overlong fields and reports it', async () => {
    const [title, abstract, note] = [3000, 100_001, 1_000_001].map((length) => 'x'.repeat(length));
    const tags = Array.from({ length: 1001 }, (_, number) => `KW  - ${number}\n`).join('');

    const { batches } = await readAll(
      `TY  - GEN\nTI  - ${title}\nAB  - ${abstract}\nN1  - ${note}\n${tags}ER  - \n`,
    );

    const [record] = batches.flatMap(({ records }) => records);
    expect(record?.paper.title).toHaveLength(2000);
    expect(record?.paper.abstract).toHaveLength(100_000);
    expect(record?.entry.note).toHaveLength(1_000_000);
    expect(record?.entry.tags).toHaveLength(1000);
    expect(batches.flatMap(({ problems }) => problems)).toEqual([
      { code: 'too-long', line: 1, excerpt: 'x'.repeat(200) },
    ]);
  });

  it('cuts all fields of a backup at higher limits', async () => {
    const row = {
      paperId: 'arxiv:2512.00001',
      tags: Array.from({ length: 10_001 }, (_, number) => `tag ${number}`),
      note: 'n'.repeat(5_000_001),
      citationKey: 'k'.repeat(2001),
    };
    const paper = {
      id: row.paperId,
      title: 'T',
      authors: Array.from({ length: 20_001 }, (_, number) => `Jo ${number}`),
      submitter: 's'.repeat(2001),
      organization: { slug: 'o', name: 'o'.repeat(2001) },
    };
    const sightings = Array.from({ length: 2001 }, (_, number) => {
      return { paperId: row.paperId, listing: `l${number}`, day: '2026-01-01', at: 1, rank: 1 };
    });
    const file = { format: 'papershelf-backup', version: 1, entries: [row], papers: [paper] };

    const { batches } = await readAll(JSON.stringify({ ...file, sightings }));

    const [record] = batches.flatMap(({ records }) => records);
    expect(record?.entry.tags).toHaveLength(10_000);
    expect(record?.entry.note).toHaveLength(5_000_000);
    expect(record?.entry.citationKey).toHaveLength(2000);
    expect(record?.paper.authors).toHaveLength(20_000);
    expect(record?.paper.submitter).toHaveLength(2000);
    expect(record?.paper.organization?.name).toHaveLength(2000);
    expect(record?.history?.sightings).toHaveLength(2000);
    expect(batches.flatMap(({ problems }) => problems)).toEqual([
      { code: 'too-long', line: 1, excerpt: 'T' },
    ]);
  });

  it('skips repeats of a paper above a limit', async () => {
    const { batches } = await readAll('TY  - GEN\nTI  - T\nER  - \n'.repeat(300), 'a.ris');

    expect(batches.flatMap(({ records }) => records)).toHaveLength(99);
    expect(batches.flatMap(({ problems }) => problems)).toHaveLength(201);
    expect(batches.flatMap(({ problems }) => problems)[0]).toEqual({
      code: 'too-long',
      line: 298,
      excerpt: 'T',
    });
  });

  it('returns smaller batches of long entries', async () => {
    const long = (number: number) =>
      `TY  - GEN\nTI  - T${number}\nN1  - ${'x'.repeat(600_000)}\nER  - \n`;

    const { batches } = await readAll([1, 2, 3, 4, 5].map(long).join(''), 'a.ris');

    expect(batches.map(({ records }) => records.length)).toEqual([2, 2, 1]);
  });

  it.each([
    ['binary', utf8('%PDF-1.4'), 'not-text'],
    ['of an unknown format', utf8('Dear diary'), 'unknown-format'],
    ['empty', utf8(' \n'), 'nothing-found'],
    ['JSON without a paper', utf8('[]'), 'unknown-format'],
    ['a BibTeX file without an entry', utf8('@comment{nothing}'), 'nothing-found'],
  ])('reports a file that is %s', async (_, bytes, code) => {
    const { batches } = await readAll(bytes);

    expect(batches.flatMap(({ records }) => records)).toEqual([]);
    expect(batches.flatMap(({ problems }) => problems)).toEqual([{ code }]);
  });
});
