import { expect } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { soundEntry, soundPaper } from '@/lib/papers/sound-rows';
import type { Condition } from '@/lib/query/query';
import { tagCounts } from '@/lib/search/find/tag-counts';
import { maintainIndex } from '@/lib/search/maintain/maintain-index';
import { searchIndex } from '@/lib/search/search';
import { aPaper, type TestLibrary } from '../integration/library/library-for-tests';
import { NaiveSearch } from '../integration/search/naive-search';
import { dumpOf, type Dump } from './library-in-use';

/** The stored rows and settings. */
export interface Observed {
  /** What the reader wrote. */
  words: Dump;
  /** What pages showed. */
  facts: Dump;
  /** Outside the database. */
  settings: Record<string, unknown>;
}

/** Reads all rows and settings, except the index and the pieces of the second copy. */
export async function observe({ db }: TestLibrary): Promise<Observed> {
  const words = await dumpOf([db.entries, db.dismissals]);
  const facts = await dumpOf([db.papers, db.sightings, db.visits, db.seen]);
  const all = Object.entries(await fakeBrowser.storage.local.get(null));
  const settings = Object.fromEntries(all.filter(([key]) => !key.startsWith('piece:')));
  return { words, facts, settings: structuredClone(settings) };
}

/** Without the records of failed attempts, which put off the next. */
export function settled({ settings, ...rows }: Observed): Observed {
  const { dailyFetchState: _, copyFailure: __, ...rest } = settings;
  return { ...rows, settings: rest };
}

/** A use case damages its entry. */
const DAMAGED = aPaper(5).id;

const QUERIES: Condition[] = [
  { kind: 'all', of: [] },
  { kind: 'word', text: 'part' },
  { kind: 'word', text: '21' },
  { kind: 'word', text: 'think' },
  { kind: 'tag', tag: 'nlp' },
  { kind: 'status', status: 'read' },
  { kind: 'has', what: 'note' },
  { kind: 'upvotes', from: 90 },
];

/** Expects sound rows, keys that are there once, and a search that finds what the tables hold. */
export async function expectSound({ db }: TestLibrary): Promise<void> {
  const stored = await db.entries.toArray();
  const entries = stored.map((entry) => soundEntry(entry.paperId, entry));
  const papers = new Map((await db.papers.toArray()).map((paper) => [paper.id, paper]));
  for (const [index, entry] of stored.entries()) {
    if (entry.paperId !== DAMAGED) expect(entries[index]).toBe(entry);
  }
  for (const paper of papers.values()) expect(soundPaper(paper.id, paper)).toBe(paper);
  const keys = entries.map(({ citationKey }) => citationKey);
  expect(new Set(keys).size).toBe(keys.length);
  const rows = entries.map((entry) => ({ paper: papers.get(entry.paperId), entry }));
  const naive = new NaiveSearch(rows);
  for (const condition of QUERIES) {
    const { ids, left } = await searchIndex(db, {
      text: '',
      condition,
      sort: undefined,
      problems: [],
    });
    const wanted = naive.find({ condition, sort: undefined });
    if (left === 0) expect(ids.toSorted()).toEqual(wanted.toSorted());
  }
  expect(await tagCounts(db)).toEqual(naive.tagCounts());
}

/** Expects the same of the index alone, and no left-over block. */
export async function expectIndexed(library: TestLibrary): Promise<void> {
  const { db } = library;
  await maintainIndex(db);
  expect(await db.searchOutbox.count()).toBe(0);
  await expectSound(library);
}
