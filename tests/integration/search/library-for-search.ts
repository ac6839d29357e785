import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { PapershelfDatabase } from '@/lib/db/database';
import type { Entry } from '@/lib/papers/entry';
import type { KnownPaper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import type { Condition, Query } from '@/lib/query/query';
import { noteForSearch } from '@/lib/search/maintain/outbox';
import { searchIndex } from '@/lib/search/search';

/** Opens the database as a page of the browser. */
export function openPage(indexedDB = new IDBFactory()): PapershelfDatabase {
  return new PapershelfDatabase({ indexedDB, IDBKeyRange });
}

export function idOf(number: number): PaperId {
  return `arxiv:2601.${String(number).padStart(5, '0')}`;
}

export type Written = Partial<KnownPaper> & Partial<Entry>;

/** Writes papers and the outbox in one transaction, as the use cases do. */
export async function write(
  db: PapershelfDatabase,
  papers: readonly (readonly [number, Written])[],
): Promise<void> {
  await db.transaction('rw', db.papers, db.entries, db.searchOutbox, async () => {
    const rows = papers.map(([number, facts]) => rowOf(number, facts));
    await db.papers.bulkPut(rows.map(({ paper }) => paper));
    await db.entries.bulkPut(rows.map(({ entry }) => entry));
    await noteForSearch(
      db,
      papers.map(([number]) => idOf(number)),
    );
  });
}

function rowOf(number: number, facts: Written): { paper: KnownPaper; entry: Entry } {
  const { title = '', abstract, authors, organization, note = '', tags = [] } = facts;
  const { status = 'to-read', savedAt = number, removedAt = 0 } = facts;
  return {
    paper: {
      id: idOf(number),
      title,
      firstSeenAt: 1,
      lastSeenAt: 1,
      ...(abstract === undefined ? {} : { abstract }),
      ...(authors === undefined ? {} : { authors }),
      ...(organization === undefined ? {} : { organization }),
    },
    entry: {
      paperId: idOf(number),
      status,
      tags,
      note,
      citationKey: `key${number}`,
      savedAt,
      updatedAt: savedAt,
      removedAt,
      editedAt: {},
    },
  };
}

export function queryOf(condition: Condition, sort?: Query['sort']): Query {
  return { text: '', condition, sort, problems: [] };
}

/** A query for all of these words. */
export function words(text: string): Query {
  return queryOf({
    kind: 'all',
    of: text.split(' ').map((word) => ({ kind: 'word', text: word })),
  });
}

export function phrase(text: string): Query {
  return queryOf({ kind: 'phrase', text });
}

/** The numbers of the papers found, in their order. */
export async function numbersFound(db: PapershelfDatabase, query: Query): Promise<number[]> {
  const { ids } = await searchIndex(db, query);
  return ids.map((id) => Number(id.slice('arxiv:2601.'.length)));
}
