import { IDBIndex, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EXPORT_FORMATS } from '@/lib/export/registry';
import { backup as backupFormat } from '@/lib/import/backup';
import { changeEntries } from '@/lib/library/entries/change-entries';
import { damagedPapers, putBackDamaged, removeDamaged } from '@/lib/library/damaged-rows';
import { readDigest } from '@/lib/library/digest/digest-list';
import { digestStatus } from '@/lib/library/digest/digest-status';
import { backupChunks } from '@/lib/library/export/write-backup';
import { paperStates } from '@/lib/library/paper-state';
import { exportRecords, libraryIds, paperRows, tagsOf } from '@/lib/library/queries';
import { readingStats } from '@/lib/library/reading/reading-stats';
import { recordListing } from '@/lib/library/record/record-listing';
import { savePaper } from '@/lib/library/entries/save-paper';
import { tagLists } from '@/lib/library/tags/tag-lists';
import { parseQuery } from '@/lib/query/parse-query';
import { authorsStartingWith } from '@/lib/search/find/authors';
import { tagCounts } from '@/lib/search/find/tag-counts';
import { holdsLibrary } from '@/lib/search/maintain/holds-library';
import type { Paper } from '@/lib/papers/paper';
import { maintainIndex } from '@/lib/search/maintain/maintain-index';
import { searchIndex } from '@/lib/search/search';
import { aPaper, aReading, openTestLibrary, type TestLibrary } from './library-for-tests';

afterEach(() => void vi.restoreAllMocks());

const WRONG = [undefined, null, 5, NaN, '', 'text', [], [5], {}, { name: 1 }, true, new Date(0)];
const PAPER_FIELDS =
  `title abstract authors authorCount organization publishedOn listedOn submitter upvotes comments
  githubRepo githubStars projectPage thumbnail aiSummary aiKeywords firstSeenAt lastSeenAt completion`.split(
    /\s+/,
  );
const ENTRY_FIELDS =
  'status tags note rating citationKey savedAt updatedAt removedAt editedAt'.split(' ');

const query = (text: string) => parseQuery(text, Date.UTC(2026, 8, 28));

/** All that reads rows, for a library of papers of which all but the first and last are damaged. */
async function readAll(library: TestLibrary, papers: readonly Paper[]): Promise<void> {
  const { db } = library;
  const ids = papers.map(({ id }) => id);
  const others = [ids.at(0), ids.at(-1)];
  const rows = await paperRows(db, ids);
  expect(rows.map(({ paper }) => paper.id)).toEqual(ids);
  const records = await exportRecords(db, ids);
  expect(records.map(({ paper }) => paper.id)).toEqual(expect.arrayContaining(others));
  for (const format of EXPORT_FORMATS) format.write(records, 0);
  let text = '';
  for await (const chunk of backupChunks(db, 0)) text += chunk;
  const items = [...(backupFormat.read(text) as Iterable<{ kind: string }>)];
  expect(items.filter(({ kind }) => kind === 'record').length).toBeGreaterThan(1);
  await tagsOf(db, ids);
  await tagLists(db);
  await readingStats(db, 1);
  await paperStates(library, ids);
  await digestStatus(library, ids, '2026-09-01');
  await readDigest(library, 'month');
  const early = await searchIndex(db, query('shelving sort:title'), { facets: true });
  expect(early.ids).toEqual(expect.arrayContaining(others));
  await tagCounts(db);
  await authorsStartingWith(db, 'ad', 5);
  await maintainIndex(db);
  expect(await holdsLibrary(db)).toBe(true);
  const late = await searchIndex(db, query('shelving sort:-upvotes'), { facets: true });
  expect(late.ids).toEqual(expect.arrayContaining(others));
  await changeEntries(library, ids, { kind: 'add-tag', tag: 'new' });
  const tagged = await db.entries.where('tags').equals('new').primaryKeys();
  expect(tagged).toEqual(expect.arrayContaining(others));
  await recordListing(library, aReading([...papers]), library.now());
}

async function aLibrary(papers = [1, 2, 3].map((number) => aPaper(number))): Promise<TestLibrary> {
  const library = openTestLibrary();
  for (const paper of papers) await savePaper(library, paper);
  return library;
}

describe.each([
  ['papers', PAPER_FIELDS],
  ['entries', ENTRY_FIELDS],
] as const)('a damaged row of %s costs only itself', (table, fields) => {
  it.each(fields)('%s', async (field) => {
    const papers = Array.from({ length: WRONG.length + 2 }, (_, number) => aPaper(number));
    const library = await aLibrary(papers);
    for (const [index, value] of WRONG.entries()) {
      const row = { ...(await library.db.table(table).get(papers[index + 1]!.id)), [field]: value };
      await library.db.table(table).put(row);
    }
    await readAll(library, papers);
    library.db.close();
  });
});

describe('a damaged row', () => {
  it('is found, shown as stored, removed and put back', async () => {
    const library = await aLibrary();
    const { id } = aPaper(2);
    const stored = { ...(await library.db.entries.get(id)), tags: null, savedAt: 'yesterday' };
    await library.db.table('entries').put(stored);
    expect(await damagedPapers(library.db)).toEqual([id]);
    const [row] = await paperRows(library.db, [id]);
    expect(row).toMatchObject({ entry: { tags: [], savedAt: 0 }, damaged: { entry: stored } });

    const removed = await removeDamaged(library, id);
    expect(await library.db.entries.get(id)).toBeUndefined();
    expect(await library.db.papers.get(id)).toBeDefined();
    await putBackDamaged(library, removed);
    expect(await library.db.entries.get(id)).toEqual(stored);
  });

  it('returns with another citation key if a new entry has its own', async () => {
    const library = await aLibrary();
    const { id } = aPaper(2);
    const stored = { ...(await library.db.entries.get(id)), tags: null };
    await library.db.table('entries').put(stored);
    const removed = await removeDamaged(library, id);
    await savePaper(library, aPaper(40));
    await putBackDamaged(library, removed);
    const keys = (await library.db.entries.toArray()).map(({ citationKey }) => citationKey);
    expect(new Set(keys).size).toBe(keys.length);
    expect(await library.db.entries.get(id)).toMatchObject({ tags: null, note: stored.note });
  });

  it('is not changed by an edit of many', async () => {
    const library = await aLibrary();
    const { id } = aPaper(2);
    const stored = { ...(await library.db.entries.get(id)), note: 5 };
    await library.db.table('entries').put(stored);
    await changeEntries(library, [id], { kind: 'status', status: 'read' });
    expect(await library.db.entries.get(id)).toEqual(stored);
  });
});

it('rows that the browser cannot read cost only themselves', async () => {
  vi.spyOn(console, 'warn').mockReturnValue();
  const library = await aLibrary();
  const { id } = aPaper(2);
  const fail = () => {
    throw new DOMException('Failed to read large IndexedDB value', 'DataError');
  };
  for (const store of [IDBObjectStore, IDBIndex]) {
    const { get, getAll, openCursor } = store.prototype;
    vi.spyOn(store.prototype, 'get').mockImplementation(function (this: never, key: never) {
      return key === id ? fail() : get.call(this, key);
    } as never);
    vi.spyOn(store.prototype, 'getAll').mockImplementation(function (
      this: { name: string },
      ...args: [never?, never?]
    ) {
      return this.name === 'papers' || this.name === 'entries'
        ? fail()
        : getAll.apply(this as never, args);
    } as never);
    vi.spyOn(store.prototype, 'openCursor').mockImplementation(openCursor);
  }
  const { db } = library;
  const ids = await libraryIds(db);
  expect(await paperRows(db, ids)).toMatchObject(
    [3, 2, 1].map((number) => ({ paper: { id: aPaper(number).id } })),
  );
  expect(await damagedPapers(db)).toEqual([id]);
  expect((await exportRecords(db, ids)).map(({ paper }) => paper.id)).toEqual([
    aPaper(3).id,
    aPaper(1).id,
  ]);
  let text = '';
  for await (const chunk of backupChunks(db, 0)) text += chunk;
  expect(text).toContain(aPaper(3).id);
  expect(text).not.toContain(id);
  expect((await searchIndex(db, query('shelving'))).ids.toSorted()).toEqual([
    aPaper(1).id,
    aPaper(3).id,
  ]);
  // Listed, so that it can be looked at and removed, and no reason to rebuild the index.
  expect((await searchIndex(db, query(''))).ids).toContain(id);
  await maintainIndex(db);
  expect(await holdsLibrary(db)).toBe(true);
  await removeDamaged(library, id);
  expect(await libraryIds(db)).toEqual([aPaper(3).id, aPaper(1).id]);
});
