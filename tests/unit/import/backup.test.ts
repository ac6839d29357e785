import { describe, expect, it } from 'vitest';
import { backup as writer } from '@/lib/export/backup';
import { backup } from '@/lib/import/backup';
import { EXPORTED_AT, FULL, makeRecord } from '../export/records';
import { read } from './read';

const SECOND = makeRecord(
  { id: 'arxiv:math/0502036', title: 'Zwei 中 😀' },
  { paperId: 'arxiv:math/0502036', note: 'Über\nzwei Zeilen', removedAt: 5 },
);
const TEXT = writer.write([FULL, SECOND], EXPORTED_AT);

/** With `change` made to what its rows were parsed to. */
function changed(
  change: (rows: { entries: any[]; dismissals: any[]; papers: any[]; sightings: any[] }) => void,
  space?: number,
): string {
  const rows = JSON.parse(TEXT);
  change(rows);
  return JSON.stringify(rows, null, space);
}

describe('a backup', () => {
  it('gives back the papers and words that went into it', async () => {
    const { records, problems } = await read(backup, TEXT);

    expect(problems).toEqual([]);
    expect(records.map(({ line }) => line)).toEqual([6, 7]);
    for (const [index, { paper, entry }] of [FULL, SECOND].entries()) {
      const { firstSeenAt, lastSeenAt, ...facts } = paper;
      const { paperId: _, ...words } = entry;
      expect(records[index]).toMatchObject({
        paper: facts,
        entry: words,
        history: { firstSeenAt, lastSeenAt, sightings: [] },
      });
      expect(records[index]?.paper).not.toHaveProperty('firstSeenAt');
    }
  });

  it.each([
    ['all on one line', JSON.stringify(JSON.parse(TEXT))],
    ['spread out', JSON.stringify(JSON.parse(TEXT), null, 2)],
    ['with the line ends of Windows', TEXT.replaceAll('\n', '\r\n')],
    [
      'with its tables in another order',
      ((all) =>
        JSON.stringify({ ...all, entries: undefined, last: 1 }).replace(
          '"last":1',
          `"entries":${JSON.stringify(all.entries)}`,
        ))(JSON.parse(TEXT)),
    ],
  ])('is read %s too', async (_, text) => {
    const expected = await read(backup, TEXT);
    const { records, problems } = await read(backup, text);
    const withoutLine = ({ line: _line, ...record }: { line: number }) => record;

    expect(problems).toEqual([]);
    expect(records.map(withoutLine)).toEqual(expected.records.map(withoutLine));
  });

  it('with nothing in it gives nothing', async () => {
    expect(await read(backup, writer.write([], EXPORTED_AT))).toEqual({
      records: [],
      dismissals: [],
      problems: [],
    });
  });

  it('of a newer Papershelf is left alone', async () => {
    for (const text of [TEXT, JSON.stringify(JSON.parse(TEXT))]) {
      expect(await read(backup, text.replace('"version":1', '"version":2'))).toEqual({
        records: [],
        dismissals: [],
        problems: [{ code: 'newer-backup' }],
      });
    }
  });
});

describe('a backup that is cut', { timeout: 60_000 }, () => {
  it.each([
    ['as we write it', TEXT],
    ['spread out', JSON.stringify(JSON.parse(TEXT), null, 2)],
  ])('anywhere gives every entry before, and says so: %s', async (_, whole) => {
    const text = whole.trimEnd();
    let most = 0;
    for (let end = 0; end < text.length; end += 1) {
      const { records, problems } = await read(backup, text.slice(0, end));

      expect(problems.map(({ code }) => code)).toEqual(['truncated']);
      expect(records.length).toBeGreaterThanOrEqual(most);
      most = records.length;
      expect(
        records.every(({ entry }, index) => entry.note === [FULL, SECOND][index]?.entry.note),
      ).toBe(true);
    }
    expect(most).toBe(2);
  });

  it('loses no entry when only papers are missing', async () => {
    const { records } = await read(backup, TEXT.slice(0, TEXT.indexOf('"papers"')));

    expect(records.map(({ paper }) => paper)).toEqual([
      { id: FULL.paper.id, title: '' },
      { id: SECOND.paper.id, title: '' },
    ]);
  });
});

describe('a backup with something wrong in it', () => {
  it('loses no more than the line that is broken, and names it', async () => {
    const lines = TEXT.split('\n');
    lines[5] = lines[5]?.slice(0, 40) ?? '';

    const { records, problems } = await read(backup, lines.join('\n'));

    expect(records.map(({ paper }) => paper.id)).toEqual([SECOND.paper.id]);
    expect(problems).toEqual([{ code: 'bad-entry', line: 6, excerpt: lines[5] }]);
  });

  it('gives what stands before the break where it was laid out anew', async () => {
    const text = JSON.stringify(JSON.parse(TEXT), null, 2).replace('"papers": [', '"papers": [ x');

    const line = text.slice(0, text.indexOf('[ x')).split('\n').length;
    const { records, problems } = await read(backup, text);

    expect(records).toHaveLength(2);
    expect(problems).toMatchObject([{ code: 'broken-rest', line }]);
  });

  it('gives titles of one line, whatever it holds', async () => {
    const text = TEXT.replaceAll('"title":"', '"title":"Two\\n lines of ');
    const { records } = await read(backup, text);
    expect(records[0]?.paper.title).toMatch(/^Two lines of /);
  });

  it('loses no more than the fields that are wrong', async () => {
    const text = changed(({ entries: [entry], papers: [paper] }) => {
      Object.assign(entry, { rating: 9, status: 'later', savedAt: 1e308, tags: ['a', 7, 'b'] });
      Object.assign(paper, {
        authors: 'Ada',
        upvotes: -1,
        comments: 1e308,
        publishedOn: '2025-02-30',
        projectPage: 'javascript:alert(1)',
        firstSeenAt: null,
        title: 7,
      });
    });

    const { records, problems } = await read(backup, text);

    expect(problems).toEqual([]);
    const [{ paper, entry, history } = { paper: {}, entry: {}, history: {} }] = records;
    expect(entry).toMatchObject({ note: FULL.entry.note, tags: ['a', 'b'] });
    for (const field of ['rating', 'status', 'savedAt']) expect(entry).not.toHaveProperty(field);
    expect(paper).toMatchObject({ title: '', abstract: FULL.paper.abstract });
    for (const field of ['authors', 'upvotes', 'comments', 'publishedOn', 'projectPage']) {
      expect(paper).not.toHaveProperty(field);
    }
    expect(history).toEqual({ lastSeenAt: FULL.paper.lastSeenAt, sightings: [] });
  });

  it('gives back what was dismissed, of papers with an entry and without', async () => {
    const dismissals = [
      { paperId: FULL.paper.id, dismissedAt: 5 },
      { paperId: 'arxiv:2512.09999', dismissedAt: 6 },
    ];
    for (const space of [undefined, 2]) {
      const text = changed(
        (rows) => rows.dismissals.push(...dismissals, { paperId: 'x y' }),
        space,
      );

      const found = await read(backup, text);

      expect(found.dismissals).toEqual(dismissals);
      expect(found.records).toHaveLength(2);
      expect(found.problems.map(({ code }) => code)).toEqual(['no-identity']);
    }
  });

  it('of a release that knew no dismissals is read as before', async () => {
    const { dismissals: _, ...older } = JSON.parse(TEXT);
    const found = await read(backup, JSON.stringify(older));

    expect(found).toMatchObject({ problems: [], dismissals: [] });
    expect(found.records).toHaveLength(2);
  });

  it('loses a row that does not say which paper it is of, and names it', async () => {
    const text = changed(({ entries, papers }) => {
      entries[0].paperId = 'x y';
      papers[1] = null;
    });

    const { records, problems } = await read(backup, text);

    expect(records.map(({ paper }) => paper)).toEqual([{ id: SECOND.paper.id, title: '' }]);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['no-identity', 1],
      ['no-identity', 1],
    ]);
    expect(problems[0]?.excerpt).toContain('"paperId":"x y"');
  });

  it('keeps the words of an entry that it has twice', async () => {
    const text = changed(({ entries }) => entries.push({ ...entries[0], note: 'Other words.' }));

    const { records } = await read(backup, text);

    expect(records.map(({ entry }) => entry.note)).toEqual([
      FULL.entry.note,
      SECOND.entry.note,
      'Other words.',
    ]);
  });

  it('lets nothing through that is not a field', async () => {
    const hostile =
      '{"paperId":"arxiv:2512.01234","note":"n","__proto__":{"tags":["x"],"polluted":1},"extra":1,"constructor":{"prototype":{"polluted":1}}}';
    const text = `{\n"format":"papershelf-backup",\n"version":1,\n"entries":[\n${hostile}\n],\n"visits":[\n{"x":1}\n],\n"papers":[],\n"sightings":[\n{"paperId":"arxiv:2512.01234"},\n7\n]\n}\n`;

    const { records, problems } = await read(backup, text);

    expect(problems).toEqual([]);
    expect(records.map(({ entry }) => entry)).toEqual([{ note: 'n' }]);
    expect(Object.keys(records[0]?.entry ?? {})).toEqual(['note']);
    expect(records[0]?.entry.tags).toBeUndefined();
    expect({}).not.toHaveProperty('polluted');
  });

  it('loses no other row to one that is nested without end', async () => {
    const deep = `{"paperId":"nonsense","x":${'['.repeat(50_000)}${']'.repeat(50_000)}},`;
    const lines = TEXT.split('\n');
    const at = lines.indexOf('"entries":[') + 1;

    const { records, problems } = await read(backup, lines.toSpliced(at, 0, deep).join('\n'));

    expect(records).toHaveLength(2);
    expect(problems).toMatchObject([{ code: 'bad-entry', line: at + 1 }]);
  });
});
