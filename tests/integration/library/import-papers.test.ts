import { describe, expect, it } from 'vitest';
import type { ImportedRecord } from '@/lib/import/format';
import { paperIdFrom } from '@/lib/import/identity';
import { setDismissed } from '@/lib/library/seen/dismissals';
import { editEntry, removeEntry } from '@/lib/library/entries/edit-entry';
import { applyImport, planImport, type PlannedPaper } from '@/lib/library/import/import-papers';
import { countPapers, libraryIds } from '@/lib/library/queries';
import { recordListing } from '@/lib/library/record/record-listing';
import { savePaper } from '@/lib/library/entries/save-paper';
import { undoImport } from '@/lib/library/import/undo-import';
import type { Entry } from '@/lib/papers/entry';
import type { ImportedEntry } from '@/lib/papers/merge-entries';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import type { Sighting } from '@/lib/papers/sighting';
import { MINUTE_MS } from '../../fixtures/times';
import { aPaper, aReading, openTestLibrary, rowsOf, type TestLibrary } from './library-for-tests';

function aRecord(paper: Paper, entry: ImportedEntry = {}, line = 1): ImportedRecord {
  return { paper, entry, line };
}

function titled(title: string): Paper {
  const id = paperIdFrom({ title });
  if (id === undefined) throw new Error(title);
  return { id, title };
}

/** Contains an annotated paper, one in the trash, and one only seen. */
async function aLibrary(): Promise<TestLibrary> {
  const library = openTestLibrary();
  await recordListing(library, aReading([aPaper(1), aPaper(2), aPaper(3)]), library.clock.time);
  await savePaper(library, aPaper(1));
  await savePaper(library, aPaper(2));
  await editEntry(library, aPaper(1).id, { kind: 'add-tag', tag: 'NLP' });
  await editEntry(library, aPaper(1).id, { kind: 'note', base: '', text: 'Mine.' });
  await removeEntry(library, aPaper(2).id);
  await library.db.searchOutbox.clear();
  library.announced.length = 0;
  library.clock.time += MINUTE_MS;
  return library;
}

const FILE: ImportedRecord[] = [
  aRecord({ ...aPaper(1), abstract: 'Of shelves.' }, { tags: ['nlp', 'new'], note: 'Theirs.' }, 1),
  aRecord(aPaper(2), { status: 'read' }, 2),
  aRecord(aPaper(3), { tags: ['seen'] }, 3),
  aRecord(aPaper(4), { note: 'Unseen.', citationKey: 'own2025key' }, 4),
];

describe('planImport', () => {
  it('returns new, merged and trashed papers with their changes, and writes nothing', async () => {
    const library = await aLibrary();
    const before = await rowsOf(library);

    const plan = await planImport(library, FILE);

    expect(plan.map(({ paper, kind }) => [paper.id, kind])).toEqual([
      [aPaper(1).id, 'merges'],
      [aPaper(2).id, 'in-trash'],
      [aPaper(3).id, 'new'],
      [aPaper(4).id, 'new'],
    ]);
    expect(plan[0]?.facts).toEqual(['abstract']);
    expect(plan[0]?.fields).toEqual([
      { field: 'tags', known: ['NLP'], file: ['nlp', 'new'], result: ['NLP', 'new'] },
      { field: 'note', known: 'Mine.', file: 'Theirs.', result: 'Mine.\n\nTheirs.' },
    ]);
    expect(plan[1]?.fields.map(({ field, result }) => [field, result])).toEqual([
      ['status', 'read'],
      ['removedAt', 0],
    ]);
    expect(plan[3]).toMatchObject({
      fields: [],
      facts: [],
      entry: { note: 'Unseen.', citationKey: 'own2025key', savedAt: library.clock.time },
    });
    expect(await rowsOf(library)).toEqual(before);
  });

  it('lists the facts that differ in the file, and keeps them unchanged', async () => {
    const library = await aLibrary();

    const [planned] = await planImport(library, [
      aRecord({ ...aPaper(1), title: 'Another title', abstract: 'Of shelves.' }),
    ]);

    expect(planned?.facts).toEqual(['abstract']);
    expect(planned?.unchangedFacts).toEqual(['title']);
    expect(planned?.paper.title).toBe(aPaper(1).title);
  });

  it('keeps a citation key with non-ASCII letters', async () => {
    const [planned] = await planImport(openTestLibrary(), [
      aRecord(aPaper(1), { citationKey: 'müller2020' }),
    ]);

    expect(planned?.entry.citationKey).toBe('müller2020');
  });

  it('merges a paper that is in the file twice', async () => {
    const plan = await planImport(openTestLibrary(), [
      aRecord(aPaper(1), { tags: ['a'], note: 'One.' }, 1),
      aRecord(aPaper(2), {}, 2),
      aRecord({ ...aPaper(1), abstract: 'Of shelves.' }, { tags: ['b'], note: 'Two.' }, 3),
    ]);

    expect(plan.map(({ paper }) => paper.id)).toEqual([aPaper(1).id, aPaper(2).id]);
    expect(plan[0]?.paper.abstract).toBe('Of shelves.');
    expect(plan[0]?.entry).toMatchObject({ tags: ['a', 'b'], note: 'One.\n\nTwo.' });
    expect(plan[0]?.record.records.map(({ line }) => line)).toEqual([1, 3]);
  });

  it('matches a paper without an identifier by title', async () => {
    const library = await aLibrary();
    const title = 'Shelving at scale – part 1';

    const plan = await planImport(library, [
      aRecord(titled(title), { tags: ['b'] }),
      aRecord({ id: 'doi:10.1000/shelf', title }, { tags: ['c'] }),
      aRecord(titled('Another')),
    ]);

    expect(plan.map(({ paper, kind, byTitle }) => [paper.id, kind, byTitle])).toEqual([
      [aPaper(1).id, 'merges', true],
      [titled('Another').id, 'new', false],
    ]);
    expect(plan[0]?.entry.tags).toEqual(['NLP', 'b', 'c']);
    expect(plan[0]?.paper.title).toBe(aPaper(1).title);
  });

  it('matches an arXiv paper by title with a paper saved by DOI or title', async () => {
    const library = await aLibrary();
    await applyImport(library, [
      aRecord({ id: 'doi:10.1000/five', title: 'Five' }),
      aRecord(titled('Six')),
    ]);

    const plan = await planImport(library, [
      aRecord(aPaper(5, { title: 'Five.' }), { tags: ['b'] }),
      aRecord(aPaper(6, { title: 'six' }), { tags: ['c'] }),
    ]);

    expect(plan.map(({ paper, kind, byTitle }) => [paper.id, kind, byTitle])).toEqual([
      ['doi:10.1000/five', 'merges', true],
      [titled('Six').id, 'merges', true],
    ]);
    expect(plan[0]?.paper.projectPage).toBe('https://arxiv.org/abs/2609.00005');
  });

  it.each([[[0, 1, 2]], [[2, 1, 0]], [[1, 2, 0]]])(
    'merges a paper that the file identifies in three ways: %j',
    async (order) => {
      const ways: Paper[] = [
        aPaper(7, { title: 'Seven' }),
        { id: 'doi:10.1000/seven', title: 'Seven' },
        titled('seven'),
      ];

      const plan = await planImport(
        openTestLibrary(),
        order.flatMap((way) => ways.slice(way, way + 1)).map((paper) => aRecord(paper)),
      );

      expect(plan.map(({ paper, kind, byTitle }) => [paper.id, kind, byTitle])).toEqual([
        [aPaper(7).id, 'new', true],
      ]);
    },
  );

  it('does not merge papers of a backup by title', async () => {
    const history = { sightings: [] };
    const plan = await planImport(openTestLibrary(), [
      { ...aRecord(aPaper(7, { title: 'Seven' })), history },
      { ...aRecord({ id: 'doi:10.1000/seven', title: 'Seven' }), history },
    ]);

    expect(plan.map(({ kind }) => kind)).toEqual(['new', 'new']);
  });

  it('does not match by title when the file has two such papers', async () => {
    const plan = await planImport(openTestLibrary(), [
      aRecord(aPaper(7, { title: 'Preface' })),
      aRecord({ id: 'doi:10.1000/one', title: 'Preface' }),
      aRecord({ id: 'doi:10.1000/two', title: 'Preface' }),
    ]);

    expect(plan.map(({ byTitle }) => byTitle)).toEqual([false, false, false]);
  });

  it('does not match by title with two such papers, or with one in the trash', async () => {
    const library = await aLibrary();
    await savePaper(library, aPaper(5, { title: aPaper(1).title }));

    const plan = await planImport(library, [
      aRecord(titled(aPaper(1).title)),
      aRecord(titled(aPaper(2).title)),
    ]);

    expect(plan.map(({ kind, byTitle }) => [kind, byTitle])).toEqual([
      ['new', false],
      ['new', false],
    ]);
  });
});

describe('applyImport', () => {
  it('writes the plan, notifies the index and announces the papers', async () => {
    const library = await aLibrary();
    const plan = await planImport(library, FILE);

    const { counts } = await applyImport(library, FILE);

    expect(counts).toEqual({ new: 2, merges: 1, 'in-trash': 1, unchanged: 0 });
    const ids = plan.map(({ paper }) => paper.id);
    expect(await library.db.entries.bulkGet(ids)).toEqual(plan.map(({ entry }) => entry));
    expect(await library.db.papers.bulkGet(ids)).toEqual(plan.map(({ paper }) => paper));
    const outbox = await library.db.searchOutbox.toArray();
    expect(outbox.map(({ paperId }) => paperId)).toEqual(ids);
    expect(library.announced).toEqual(ids);
  });

  it('changes nothing when the same file is imported again', async () => {
    const library = await aLibrary();
    await applyImport(library, FILE);
    const once = await rowsOf(library);
    library.clock.time += MINUTE_MS;

    const { counts, changes } = await applyImport(library, FILE);

    expect(counts.unchanged).toBe(FILE.length);
    expect(changes).toEqual([]);
    expect(await rowsOf(library)).toEqual(once);
  });

  it('omits papers that the reader excluded', async () => {
    const library = await aLibrary();
    const plan = await planImport(library, FILE);
    const ticked = plan.filter(({ kind }: PlannedPaper) => kind !== 'in-trash');

    await applyImport(
      library,
      ticked.flatMap(({ record }) => record.records),
    );

    expect((await library.db.entries.get(aPaper(2).id))?.removedAt).toBeGreaterThan(0);
    expect(await countPapers(library.db)).toEqual({ known: 4, saved: 3 });
  });

  it('merges with edits made after the plan', async () => {
    const library = await aLibrary();
    await planImport(library, FILE);
    const edit = { kind: 'note', base: 'Mine.', text: 'Mine, and more.' } as const;
    await editEntry(library, aPaper(1).id, edit);

    await applyImport(library, FILE);

    const entry = await library.db.entries.get(aPaper(1).id);
    expect(entry?.note).toBe('Mine, and more.\n\nTheirs.');
  });

  it('gives each new entry a unique citation key', async () => {
    const library = await aLibrary();
    const taken = (await library.db.entries.get(aPaper(1).id))?.citationKey ?? '';

    await applyImport(library, [
      aRecord(aPaper(4), { citationKey: taken }),
      aRecord(aPaper(5), { citationKey: taken }),
      aRecord(aPaper(6), { citationKey: 'not {a} key' }),
    ]);

    const keys = (await library.db.entries.toArray()).map(({ citationKey }) => citationKey);
    expect(new Set(keys).size).toBe(5);
    expect((await library.db.entries.get(aPaper(4).id))?.citationKey).toBe(`${taken}b`);
    expect((await library.db.entries.get(aPaper(6).id))?.citationKey).toMatch(/^[a-z0-9]+$/);
  });

  it('adds the sightings of a backup, and keeps existing ones', async () => {
    const library = await aLibrary();
    const [there] = await library.db.sightings.where(':id').above(['']).toArray();
    if (there === undefined) throw new Error('no sighting');
    const other: Sighting = { ...there, listing: 'hf/trending', rank: 7 };

    await applyImport(library, [
      { ...aRecord(aPaper(1)), history: { sightings: [{ ...there, rank: 99 }, other] } },
    ]);

    const { sightings } = await rowsOf(library);
    expect(sightings.filter(({ paperId }) => paperId === aPaper(1).id)).toEqual([there, other]);
  });

  it('writes nothing when aborted halfway', { timeout: 60_000 }, async () => {
    const library = await aLibrary();
    const before = await rowsOf(library);
    const cancelled = new AbortController();
    const many = Array.from({ length: 1200 }, (_, number) => aRecord(aPaper(number)));
    const done: number[] = [];

    const importing = applyImport(library, many, {
      signal: cancelled.signal,
      onProgress(count, total) {
        done.push(count, total);
        if (count === 1000) cancelled.abort();
      },
    });

    await expect(importing).rejects.toThrow();
    expect(done).toEqual([500, 1200, 1000, 1200]);
    expect(await rowsOf(library)).toEqual(before);
    expect(library.announced).toEqual([]);
  });
});

describe('applyImport, with long texts', () => {
  it('writes and undoes them in small batches', async () => {
    const library = openTestLibrary();
    const written: number[] = [];
    const read: number[] = [];
    const { entries } = library.db;
    const [bulkPut, bulkGet] = [entries.bulkPut.bind(entries), entries.bulkGet.bind(entries)];
    entries.bulkPut = ((rows: Entry[]) => {
      written.push(rows.length);
      return bulkPut(rows);
    }) as typeof entries.bulkPut;
    entries.bulkGet = ((ids: PaperId[]) => {
      read.push(ids.length);
      return bulkGet(ids);
    }) as typeof entries.bulkGet;
    const note = 'x'.repeat(400_000);

    const outcome = await applyImport(
      library,
      [1, 2, 3, 4, 5].map((number) => aRecord(aPaper(number), { note }, number)),
    );
    expect(written).toEqual([2, 2, 1]);
    read.length = 0;
    await undoImport(library, outcome);

    expect(read).toEqual([2, 2, 1]);
    expect((await rowsOf(library)).entries).toEqual([]);
  });
});

describe('undoImport', () => {
  it('needs little memory for new papers, however long their texts', async () => {
    const library = openTestLibrary();
    const abstract = 'Of shelves. '.repeat(500);
    const { changes } = await applyImport(
      library,
      Array.from({ length: 50 }, (_, number) =>
        aRecord(aPaper(number, { abstract }), { note: abstract }),
      ),
    );
    expect(JSON.stringify(changes).length / 50).toBeLessThan(200);
  });

  it('restores the library', async () => {
    const library = await aLibrary();
    const before = await rowsOf(library);
    const sighting: Sighting = {
      paperId: aPaper(4).id,
      listing: 'hf/trending',
      day: '2026-01-01',
      at: 5,
      rank: 1,
    };
    const outcome = await applyImport(library, [
      ...FILE,
      { ...aRecord(aPaper(4)), history: { sightings: [sighting] } },
    ]);
    await library.db.searchOutbox.clear();
    library.announced.length = 0;
    library.clock.time += MINUTE_MS;

    await undoImport(library, outcome);

    expect(await rowsOf(library)).toEqual(before);
    expect(library.announced).toEqual(outcome.changes.map(({ paperId }) => paperId));
    expect(await library.db.searchOutbox.count()).toBe(outcome.changes.length);
  });

  it('keeps what the reader and pages wrote since', async () => {
    const library = await aLibrary();
    const outcome = await applyImport(library, FILE);
    library.clock.time += MINUTE_MS;
    await editEntry(library, aPaper(4).id, { kind: 'add-tag', tag: 'since' });
    await editEntry(library, aPaper(1).id, { kind: 'status', status: 'reading' });
    await recordListing(library, aReading([aPaper(3)]), library.clock.time);
    library.clock.time += MINUTE_MS;

    await undoImport(library, outcome);

    expect(await libraryIds(library.db)).toEqual([aPaper(4).id, aPaper(1).id]);
    expect(await library.db.entries.get(aPaper(4).id)).toMatchObject({
      note: 'Unseen.',
      tags: ['since'],
    });
    expect(await library.db.entries.get(aPaper(1).id)).toMatchObject({
      status: 'reading',
      tags: ['NLP'],
      note: 'Mine.',
    });
    expect(await library.db.entries.get(aPaper(3).id)).toBeUndefined();
    expect(await library.db.papers.get(aPaper(3).id)).toBeDefined();
    expect(await library.db.papers.get(aPaper(4).id)).toBeDefined();
  });

  it('keeps only dismissals that were repeated since', async () => {
    const library = await aLibrary();
    const dismissals = [7, 8].map((number) => ({ paperId: aPaper(number).id, dismissedAt: 5 }));
    const outcome = await applyImport(library, [], {}, dismissals);
    await setDismissed(library, aPaper(8).id, false);
    await setDismissed(library, aPaper(8).id, true);

    await undoImport(library, outcome);

    expect(await library.db.dismissals.toArray()).toEqual([
      { paperId: aPaper(8).id, dismissedAt: library.clock.time },
    ]);
  });

  it('does not restore papers that were deleted since', async () => {
    const library = await aLibrary();
    const outcome = await applyImport(library, FILE);
    await library.db.entries.delete(aPaper(1).id);

    await undoImport(library, outcome);

    expect(await library.db.entries.get(aPaper(1).id)).toBeUndefined();
  });
});
