import * as fc from 'fast-check';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { PapershelfDatabase } from '@/lib/db/database';
import type { PaperId } from '@/lib/papers/paper-id';
import { all, any, not } from '@/lib/query/conditions';
import type { Condition, Query } from '@/lib/query/query';
import { noteForSearch } from '@/lib/search/maintain/outbox';
import { searchIndex } from '@/lib/search/search';
import { tagCounts } from '@/lib/search/find/tag-counts';
import { maintainIndex } from '@/lib/search/maintain/maintain-index';
import { aKnownPaper, anEntry } from '../../fixtures/rows';
import { condition, row, sort } from './generated-library';
import { NaiveSearch, riseOf, type Row } from './naive-search';

type Step =
  | { kind: 'write'; rows: Row[] }
  | { kind: 'maintain'; page: number }
  | { kind: 'kill'; page: number; after: number }
  | { kind: 'race'; rows: Row[]; after: number }
  | { kind: 'search'; page: number; condition: Condition; sort: Query['sort'] };

const page = fc.nat(1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('write'), rows: fc.array(row, { maxLength: 4 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('maintain'), page }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('kill'), page, after: fc.nat(60) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('race'),
      rows: fc.array(row, { maxLength: 2 }),
      after: fc.nat(60),
    }),
  },
  { weight: 7, arbitrary: fc.record({ kind: fc.constant('search'), page, condition, sort }) },
) as fc.Arbitrary<Step>;

/** Two pages of one browser, and the expected rows. */
class Pages {
  readonly #indexedDB = new IDBFactory();
  readonly #pages = [this.#open(), this.#open()];
  readonly rows = new Map<PaperId, Row>();

  page(number: number): PapershelfDatabase {
    return this.#pages[number] ?? this.#open();
  }

  /** Writes the change and the outbox in one transaction, as the use cases do. */
  async write(rows: readonly Row[]): Promise<void> {
    const db = this.page(0);
    await db.transaction('rw', db.papers, db.entries, db.searchOutbox, async () => {
      for (const { paper, entry } of rows) {
        if (paper === undefined) await db.papers.delete(entry.paperId);
        else await db.papers.put(paper);
        await db.entries.put(entry);
      }
      await noteForSearch(
        db,
        rows.map(({ entry }) => entry.paperId),
      );
    });
    for (const one of rows) this.rows.set(one.entry.paperId, one);
  }

  /** Closes the page after `after` turns of the event loop while it maintains the index. */
  async kill(number: number, after: number): Promise<void> {
    const db = this.page(number);
    const maintenance = maintainIndex(db).catch(() => undefined);
    await turns(after);
    db.close();
    await maintenance;
    this.#pages[number] = this.#open();
  }

  close(): void {
    for (const db of this.#pages) db.close();
  }

  #open(): PapershelfDatabase {
    return new PapershelfDatabase({ indexedDB: this.#indexedDB, IDBKeyRange });
  }
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate);
}

async function run(steps: readonly Step[]): Promise<void> {
  const pages = new Pages();
  for (const step of steps) {
    switch (step.kind) {
      case 'write':
        await pages.write(step.rows);
        break;
      case 'maintain':
        await maintainIndex(pages.page(step.page));
        break;
      case 'kill':
        await pages.kill(step.page, step.after);
        break;
      case 'race':
        await Promise.all([
          maintainIndex(pages.page(0)),
          maintainIndex(pages.page(1)),
          turns(step.after).then(() => pages.write(step.rows)),
        ]);
        break;
      case 'search':
        await compare(pages, step);
    }
  }
  pages.close();
}

async function compare(pages: Pages, { page, condition, sort }: Step & { kind: 'search' }) {
  const db = pages.page(page);
  const naive = new NaiveSearch(pages.rows.values());
  const query = { text: '', condition, sort, problems: [] };
  const found = await searchIndex(db, query, {
    facets: true,
    rises: async () =>
      new Map([...pages.rows.keys()].flatMap((id) => (riseOf(id) ? [[id, riseOf(id) ?? 0]] : []))),
  });
  const wanted = naive.find(query);
  expect(found.ids.toSorted()).toEqual(wanted.toSorted());
  const isRanked = holdsWords(condition);
  if (sort === undefined ? !isRanked : sort.by !== 'relevance') expect(found.ids).toEqual(wanted);
  expect(found.left).toBe(0);
  expect(found.facets).toEqual(naive.facets(condition));
  expect(await tagCounts(db)).toEqual(naive.tagCounts());
}

function holdsWords(condition: Condition): boolean {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.some(holdsWords);
    case 'word':
    case 'phrase':
    case 'author':
      return true;
    default:
      return false;
  }
}

const nothing: Condition = { kind: 'word', text: ':)' };
const otherOrg: Condition = { kind: 'org', name: 'x' };
const search = (condition: Condition): Step => ({
  kind: 'search',
  page: 0,
  condition,
  sort: undefined,
});

/** Inputs that failed once. */
const FOUND: [Step[]][] = [
  // The organizations are counted without `org:`, also where it is beside a text without a word.
  [
    [
      {
        kind: 'write',
        rows: [
          {
            paper: aKnownPaper({ organization: { name: 'Tideline Lab', slug: 'tideline-lab' } }),
            entry: anEntry(),
          },
        ],
      },
      search(any([not(nothing), otherOrg])),
      search(all([{ kind: 'word', text: 'dr' }, any([otherOrg, nothing])])),
    ],
  ],
  // The identifiers of all sites are words of their papers.
  [
    [
      { kind: 'write', rows: [{ paper: undefined, entry: anEntry({ paperId: 'other:model' }) }] },
      search({ kind: 'word', text: 'model' }),
    ],
  ],
];

it('finds the same as a naive search through writes, index maintenance and kills', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), run), {
    numRuns: Number(process.env['SEARCH_RUNS'] ?? 60),
    examples: FOUND,
  });
}, 1_200_000);
