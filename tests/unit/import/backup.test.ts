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

function changedBackup(
  change: (rows: { entries: any[]; dismissals: any[]; papers: any[]; sightings: any[] }) => void,
  space?: number,
): string {
  const rows = JSON.parse(TEXT);
  change(rows);
  return JSON.stringify(rows, null, space);
}

describe('importing a backup', () => {
  it('returns the papers and entries that were written', async () => {
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
    ['on one line', JSON.stringify(JSON.parse(TEXT))],
    ['indented', JSON.stringify(JSON.parse(TEXT), null, 2)],
    ['with Windows line ends', TEXT.replaceAll('\n', '\r\n')],
    [
      'with its tables in another order',
      ((all) =>
        JSON.stringify({ ...all, entries: undefined, last: 1 }).replace(
          '"last":1',
          `"entries":${JSON.stringify(all.entries)}`,
        ))(JSON.parse(TEXT)),
    ],
  ])('reads a backup %s', async (_, text) => {
    const expected = await read(backup, TEXT);
    const { records, problems } = await read(backup, text);
    const withoutLine = ({ line: _line, ...record }: { line: number }) => record;

    expect(problems).toEqual([]);
    expect(records.map(withoutLine)).toEqual(expected.records.map(withoutLine));
  });

  it('reads nothing from an empty backup', async () => {
    expect(await read(backup, writer.write([], EXPORTED_AT))).toEqual({
      records: [],
      dismissals: [],
      problems: [],
    });
  });

  it('rejects a backup of a newer version', async () => {
    for (const text of [TEXT, JSON.stringify(JSON.parse(TEXT))]) {
      expect(await read(backup, text.replace('"version":1', '"version":2'))).toEqual({
        records: [],
        dismissals: [],
        problems: [{ code: 'newer-backup' }],
      });
    }
  });
});

describe('importing a truncated backup', { timeout: 60_000 }, () => {
  it.each([
    ['as written', TEXT],
    ['indented', JSON.stringify(JSON.parse(TEXT), null, 2)],
  ])(
    'returns every complete entry and reports the truncation, at any place: %s',
    async (_, whole) => {
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
    },
  );

  it('returns all entries when only papers are missing', async () => {
    const { records } = await read(backup, TEXT.slice(0, TEXT.indexOf('"papers"')));

    expect(records.map(({ paper }) => paper)).toEqual([
      { id: FULL.paper.id, title: '' },
      { id: SECOND.paper.id, title: '' },
    ]);
  });
});

describe('importing a damaged backup', () => {
  it('skips and reports only the broken line', async () => {
    const lines = TEXT.split('\n');
    lines[5] = lines[5]?.slice(0, 40) ?? '';

    const { records, problems } = await read(backup, lines.join('\n'));

    expect(records.map(({ paper }) => paper.id)).toEqual([SECOND.paper.id]);
    expect(problems).toEqual([{ code: 'bad-entry', line: 6, excerpt: lines[5] }]);
  });

  it('returns everything before the damage in an indented backup', async () => {
    const text = JSON.stringify(JSON.parse(TEXT), null, 2).replace('"papers": [', '"papers": [ x');

    const line = text.slice(0, text.indexOf('[ x')).split('\n').length;
    const { records, problems } = await read(backup, text);

    expect(records).toHaveLength(2);
    expect(problems).toMatchObject([{ code: 'broken-rest', line }]);
  });

  it('returns titles of one line', async () => {
    const text = TEXT.replaceAll('"title":"', '"title":"Two\\n lines of ');
    const { records } = await read(backup, text);
    expect(records[0]?.paper.title).toMatch(/^Two lines of /);
  });

  it('skips only invalid fields', async () => {
    const text = changedBackup(({ entries: [entry], papers: [paper] }) => {
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

  it('returns dismissals, with or without an entry', async () => {
    const dismissals = [
      { paperId: FULL.paper.id, dismissedAt: 5 },
      { paperId: 'arxiv:2512.09999', dismissedAt: 6 },
    ];
    for (const space of [undefined, 2]) {
      const text = changedBackup(
        (rows) => rows.dismissals.push(...dismissals, { paperId: 'x y' }),
        space,
      );

      const found = await read(backup, text);

      expect(found.dismissals).toEqual(dismissals);
      expect(found.records).toHaveLength(2);
      expect(found.problems.map(({ code }) => code)).toEqual(['no-identity']);
    }
  });

  it('reads an older backup without dismissals', async () => {
    const { dismissals: _, ...older } = JSON.parse(TEXT);
    const found = await read(backup, JSON.stringify(older));

    expect(found).toMatchObject({ problems: [], dismissals: [] });
    expect(found.records).toHaveLength(2);
  });

  it('skips and reports a row without a valid paper id', async () => {
    const text = changedBackup(({ entries, papers }) => {
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

  it('returns rows with an id that only earlier releases took', async () => {
    const id = 'arxiv:my_paper';
    const text = changedBackup(({ entries, papers }) => {
      entries[1].paperId = id;
      papers[1].id = id;
    });

    const { records, problems } = await read(backup, text);

    expect(problems).toEqual([]);
    expect(records[1]).toMatchObject({ paper: { id }, entry: { note: SECOND.entry.note } });
  });

  it('returns both rows of a repeated entry', async () => {
    const text = changedBackup(({ entries }) =>
      entries.push({ ...entries[0], note: 'Other words.' }),
    );

    const { records } = await read(backup, text);

    expect(records.map(({ entry }) => entry.note)).toEqual([
      FULL.entry.note,
      SECOND.entry.note,
      'Other words.',
    ]);
  });

  it('drops unknown fields and prototypes', async () => {
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

  it('skips only the row that is nested too deeply', async () => {
    const deep = `{"paperId":"nonsense","x":${'['.repeat(50_000)}${']'.repeat(50_000)}},`;
    const lines = TEXT.split('\n');
    const at = lines.indexOf('"entries":[') + 1;

    const { records, problems } = await read(backup, lines.toSpliced(at, 0, deep).join('\n'));

    expect(records).toHaveLength(2);
    expect(problems).toMatchObject([{ code: 'bad-entry', line: at + 1 }]);
  });
});
