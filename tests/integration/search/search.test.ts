import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { authorsStartingWith } from '@/lib/search/find/authors';
import { paperTitles } from '@/lib/search/find/paper-titles';
import { parseQuery } from '@/lib/query/parse-query';
import { searchIndex, warmSearch } from '@/lib/search/search';
import { searchVersion } from '@/lib/search/index-version';
import { organizations, tagCounts } from '@/lib/search/find/tag-counts';
import { maintainIndex } from '@/lib/search/maintain/maintain-index';
import { idOf, numbersFound, openPage, phrase, queryOf, words, write } from './library-for-search';

const EVERYTHING = queryOf({ kind: 'all', of: [] });

describe('searchIndex', () => {
  it('returns a native promise', () => {
    const promise = searchIndex(openPage(), EVERYTHING);
    expect(promise.constructor).toBe(Promise);
    return promise;
  });

  it('finds nothing in an empty library', async () => {
    const found = await searchIndex(openPage(), words('model'), { facets: true });
    expect(found).toMatchObject({
      ids: [],
      left: 0,
      facets: { total: 0, tags: [], years: [] },
    });
  });

  it('finds words by prefix in every field', async () => {
    const db = openPage();
    await write(db, [
      [1, { title: 'Alpha' }],
      [2, { abstract: 'An alphabet of proofs' }],
      [3, { authors: ['Ida Alphonse'] }],
      [4, { organization: { name: 'Alphaworks', slug: 'aw' } }],
      [5, { tags: ['reading/alpha'] }],
      [6, { note: 'like **alpha**' }],
      [7, { title: 'Calphad' }],
      [8, { title: 'Alpha', removedAt: 5 }],
    ]);
    expect((await numbersFound(db, words('alph'))).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await numbersFound(db, words('2601.00007'))).toEqual([7]);
    expect(await numbersFound(db, words('2601.0000'))).toHaveLength(7);
  });

  it('finds the words of one field, as it finds words of all', async () => {
    const db = openPage();
    await write(db, [
      [1, { title: 'Fine-tuning transformers', abstract: 'On sparse attention' }],
      [2, { title: 'Sparse attention', note: 'about fine tuning' }],
      [3, { abstract: 'Finetuning with transformers', note: 'sparse' }],
      [4, { tags: ['sparse'], authors: ['Ida Sparse'] }],
    ]);
    const found = async (text: string): Promise<number[]> =>
      (await numbersFound(db, parseQuery(text, 0))).sort();
    for (const isStored of [false, true]) {
      if (isStored) await maintainIndex(db);
      expect(await found('title:spar')).toEqual([2]);
      expect(await found('abstract:sparse')).toEqual([1]);
      expect(await found('note:sparse')).toEqual([3]);
      expect(await found('title:"sparse attention"')).toEqual([2]);
      expect(await found('title:"attention sparse"')).toEqual([]);
      expect(await found('title:finetuning')).toEqual([1]);
      expect(await found('note:fine note:tuning')).toEqual([2]);
      expect(await found('abstract:transfromers')).toEqual([3]);
      expect(await found('-title:sparse')).toEqual([1, 3, 4]);
      expect(await found('title:sparse OR note:sparse')).toEqual([2, 3]);
      expect(await found('abstract:sparse title:transformers')).toEqual([1]);
    }
  });

  it('finds only the papers asked for, and counts facets of these', async () => {
    const db = openPage();
    await write(db, [
      [1, { title: 'Alpha', tags: ['a'] }],
      [2, { title: 'Alpha', tags: ['a'] }],
      [3, { title: 'Beta' }],
      [4, { title: 'Alpha', removedAt: 5 }],
    ]);
    const only = new Set([2, 3, 4, 5].map(idOf));
    const found = await searchIndex(db, { ...EVERYTHING, only }, { facets: true });
    expect(found.ids.toSorted()).toEqual([idOf(2), idOf(3)]);
    expect(found.facets).toMatchObject({ total: 2, tags: [{ value: 'a', count: 1 }] });
    expect((await searchIndex(db, { ...words('alpha'), only })).ids).toEqual([idOf(2)]);
  });

  it('ranks adjacent words in a title first, then exact words in titles, then longer ones', async () => {
    const db = openPage();
    const filler = { abstract: 'neither here nor there' };
    await write(db, [
      [1, { title: 'Other', abstract: 'sparse attention is one thing among many' }],
      [2, { title: 'Attention that is sparse', ...filler }],
      [3, { title: 'Sparse attention that is', ...filler }],
      [4, { title: 'Sparseness and attentional are', ...filler }],
      [5, { title: 'Nothing', ...filler }],
    ]);
    expect(await numbersFound(db, words('sparse attention'))).toEqual([3, 2, 4, 1]);
  });

  it('corrects typos in rare words, but not in quotes or after a minus', async () => {
    const db = openPage();
    await write(db, [
      [1, { title: 'Transformers' }],
      [2, { title: 'A transformer' }],
      [3, { title: 'Zero-shot learning' }],
      [4, { title: 'Shot at zero' }],
    ]);
    expect((await numbersFound(db, words('transfromer'))).sort()).toEqual([1, 2]);
    expect(await numbersFound(db, words('zeroshot'))).toEqual([3]);
    expect(await numbersFound(db, phrase('transfromer'))).toEqual([]);
    const without = queryOf({ kind: 'not', condition: { kind: 'word', text: 'transfromer' } });
    expect(await numbersFound(db, without)).toHaveLength(4);
  });

  it('matches words of one or two letters exactly, except the last of the query', async () => {
    const db = openPage();
    await write(db, [
      [1, { title: 'Reward of rl' }],
      [2, { title: 'Reward of rlhf' }],
    ]);
    expect(await numbersFound(db, words('rl reward'))).toEqual([1]);
    expect((await numbersFound(db, words('reward rl'))).sort()).toEqual([1, 2]);
  });

  it('finds Chinese and Japanese by one character or more', async () => {
    const db = openPage();
    await write(db, [
      [1, { title: '深層学習による画像認識' }],
      [2, { title: '強化学習', note: '深い' }],
      [3, { title: '大语言模型的推理能力' }],
      [4, { title: '学び' }],
    ]);
    await maintainIndex(db);
    expect((await numbersFound(db, words('学'))).sort()).toEqual([1, 2, 4]);
    expect((await numbersFound(db, words('学習'))).sort()).toEqual([1, 2]);
    expect(await numbersFound(db, words('習に'))).toEqual([1]);
    expect(await numbersFound(db, words('深層学習'))).toEqual([1]);
    expect(await numbersFound(db, phrase('語言'))).toEqual([]);
    expect(await numbersFound(db, phrase('语言模型'))).toEqual([3]);
    expect(await numbersFound(db, words('力'))).toEqual([3]);
  });

  it('finds a phrase only where its words are adjacent', async () => {
    const db = openPage();
    const many = Array.from({ length: 700 }, (_, number) => {
      const isHit = number % 7 === 3;
      return [
        number,
        { abstract: isHit ? 'it is of the art' : 'the art of it is the art' },
      ] as const;
    });
    await write(db, many);
    await maintainIndex(db);
    expect(await numbersFound(db, phrase('of the art'))).toHaveLength(100);
    expect(await numbersFound(db, words('of the art'))).toHaveLength(700);
  });

  it('matches a phrase only within one name, tag or field', async () => {
    const db = openPage();
    await write(db, [
      [1, { title: 'One', abstract: 'two', authors: ['Ada Lovelace', 'Grace Hopper'] }],
      [2, { tags: ['lovelace', 'grace'], note: 'Ada Lovelace' }],
    ]);
    expect(await numbersFound(db, phrase('one two'))).toEqual([]);
    expect(await numbersFound(db, phrase('lovelace grace'))).toEqual([]);
    expect(await numbersFound(db, queryOf({ kind: 'author', name: 'lovelace grace' }))).toEqual([]);
    expect(await numbersFound(db, queryOf({ kind: 'author', name: 'ada lov' }))).toEqual([1]);
  });

  it('ignores words without a letter or digit', async () => {
    const db = openPage();
    await write(db, [[1, { title: 'One' }]]);
    expect(await numbersFound(db, words('one – :)'))).toEqual([1]);
    expect(await numbersFound(db, words('–'))).toEqual([1]);
  });

  it('returns the words to mark, including corrections', async () => {
    const db = openPage();
    await write(db, [[1, { title: 'Zero-shot transformers' }]]);
    const { marks } = await searchIndex(db, words('trasformers zero-sh'));
    expect(marks).toEqual([
      { kind: 'prefix', word: 'trasformers' },
      { kind: 'phrase', words: ['transformers'], prefix: false },
      { kind: 'phrase', words: ['zero', 'sh'], prefix: true },
    ]);
  });

  it('returns marks for filters, but not for negated ones', async () => {
    const db = openPage();
    await write(db, [[1, { title: 'Capsules', authors: ['Geoffrey Hinton'] }]]);
    const { marks } = await searchIndex(
      db,
      queryOf({
        kind: 'all',
        of: [
          { kind: 'org', name: 'Google' },
          { kind: 'author', name: 'Geoffrey Hin' },
          {
            kind: 'any',
            of: [
              { kind: 'tag', tag: 'nn' },
              { kind: 'year', from: 2017 },
            ],
          },
          { kind: 'not', condition: { kind: 'author', name: 'LeCun' } },
          { kind: 'not', condition: { kind: 'tag', tag: 'cnn' } },
          { kind: 'word', text: 'capsules' },
        ],
      }),
    );
    expect(marks).toHaveLength(4);
    expect(marks).toEqual(
      expect.arrayContaining([
        { kind: 'prefix', word: 'capsules' },
        { kind: 'org', name: 'Google' },
        { kind: 'author', words: ['geoffrey', 'hin'], prefix: true },
        { kind: 'tag', tag: 'nn' },
      ]),
    );
  });

  it('finds a text with a very long word, before and after it is indexed', async () => {
    const db = openPage();
    const image = 'iVBORw0KGgoAAAANSUhEUg'.repeat(10_000);
    await write(db, [
      [1, { title: 'With an image', note: `![](data:image/png;base64,${image})` }],
      [2, { title: 'Ivory' }],
    ]);
    for (const _ of ['in the outbox', 'indexed', 'merged']) {
      expect((await numbersFound(db, words('iv'))).sort()).toEqual([1, 2]);
      expect(await numbersFound(db, words('ivborw0kgg'))).toEqual([1]);
      expect(await numbersFound(db, words(image))).toEqual([1]);
      await maintainIndex(db);
      await write(db, [[2, { title: 'Ivory' }]]);
    }
  });

  it('rejects when aborted', async () => {
    const db = openPage();
    await write(db, [[1, { title: 'One' }]]);
    const controller = new AbortController();
    const searching = searchIndex(db, words('one'), { signal: controller.signal });
    controller.abort(new Error('left'));
    await expect(searching).rejects.toThrow('left');
  });
});

/** The tables of the transaction of each read of blocks during `work`. */
async function blockReads(work: () => Promise<unknown>): Promise<string[][]> {
  const getAll = vi.spyOn(IDBObjectStore.prototype, 'getAll');
  await work();
  const stores = getAll.mock.contexts.flatMap((store) =>
    store instanceof IDBObjectStore && store.name === 'searchBlocks' ? store : [],
  );
  getAll.mockRestore();
  return stores.map(({ transaction }) => [...transaction.objectStoreNames]);
}

describe('concurrent searches', () => {
  it('share one read of the index', async () => {
    const indexedDB = new IDBFactory();
    const db = openPage(indexedDB);
    await write(db, [[1, { title: 'One', tags: ['a'] }]]);
    await maintainIndex(db);
    const [page, other] = [openPage(indexedDB), openPage(indexedDB)];
    const oneAfterTheOther = await blockReads(async () => {
      await warmSearch(page);
      await searchIndex(page, words('one'));
      await tagCounts(page);
    });
    const atOnce = await blockReads(() =>
      Promise.all([warmSearch(other), searchIndex(other, words('one')), tagCounts(other)]),
    );
    expect(oneAfterTheOther).not.toEqual([]);
    expect(atOnce).toHaveLength(oneAfterTheOther.length);
  });

  it('continue after one was aborted', async () => {
    const db = openPage();
    await write(db, [[1, { title: 'One' }]]);
    const ended = searchIndex(db, words('one'), {
      signal: AbortSignal.abort(new Error('left')),
    });
    const found = numbersFound(db, words('one'));
    await expect(ended).rejects.toThrow('left');
    expect(await found).toEqual([1]);
  });

  it('do not lock papers and entries while reading the index', async () => {
    const indexedDB = new IDBFactory();
    const db = openPage(indexedDB);
    await write(db, [[1, { title: 'One', tags: ['a'], organization: { name: 'O', slug: 'o' } }]]);
    await maintainIndex(db);
    const page = openPage(indexedDB);
    const reads = await blockReads(() => searchIndex(page, phrase('one'), { facets: true }));
    expect(new Set(reads.flat())).toEqual(new Set(['searchState', 'searchBlocks']));
  });

  it('restart when the index is merged just before the read, without a rebuild', async () => {
    const warn = vi.spyOn(console, 'warn');
    const indexedDB = new IDBFactory();
    const [one, other] = [openPage(indexedDB), openPage(indexedDB)];
    let papers = 0;
    const addAndMerge = async (): Promise<void> => {
      const from = papers;
      papers += 40;
      await write(
        one,
        Array.from({ length: 40 }, (_, at) => [from + at, { title: 'One' }] as const),
      );
      await maintainIndex(one);
    };
    await addAndMerge();
    const transaction = other.transaction.bind(other) as (...given: unknown[]) => unknown;
    let calls = 0;
    vi.spyOn(other, 'transaction').mockImplementation((async (...given: unknown[]) => {
      calls += 1;
      if (calls === 2 || calls === 4) await addAndMerge();
      return transaction(...given);
    }) as never);
    expect(await numbersFound(other, words('one'))).toHaveLength(120);
    expect(calls).toBe(6);
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  it('find the same while another page maintains the index', async () => {
    const warn = vi.spyOn(console, 'warn');
    const indexedDB = new IDBFactory();
    const [one, other] = [openPage(indexedDB), openPage(indexedDB)];
    for (let round = 0; round < 6; round += 1) {
      await write(
        one,
        Array.from({ length: 40 }, (_, index) => [round * 40 + index, { title: 'One' }] as const),
      );
      const state = { isOver: false };
      const maintenance = maintainIndex(one).finally(() => (state.isOver = true));
      while (!state.isOver) {
        expect(await numbersFound(other, words('one'))).toHaveLength((round + 1) * 40);
      }
      await maintenance;
    }
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });
});

describe('other index reads', () => {
  it('warmSearch reads an index of any size', async () => {
    const db = openPage();
    await warmSearch(db);
    await write(db, [[1, { title: 'One' }]]);
    await maintainIndex(db);
    await warmSearch(db);
    expect(await numbersFound(db, words('one'))).toEqual([1]);
  });

  it('tagCounts and organizations count by the most frequent spelling', async () => {
    const db = openPage();
    const lab = (name: string) => ({ organization: { name, slug: 'lab' } });
    await write(db, [
      [1, { tags: ['Agents', 'a/b'], ...lab('Lab') }],
      [2, { tags: ['agents'], ...lab('Lab') }],
      [3, { tags: ['agents'], ...lab('LAB') }],
      [4, { tags: ['gone'], removedAt: 1 }],
    ]);
    const counts = {
      tags: new Map([
        ['agents', 3],
        ['a/b', 1],
      ]),
      labs: new Map([['Lab', 3]]),
    };
    expect(await tagCounts(db)).toEqual(counts.tags);
    expect(await organizations(db)).toEqual(counts.labs);
    await maintainIndex(db);
    expect(await tagCounts(db)).toEqual(counts.tags);
    expect(await organizations(db)).toEqual(counts.labs);
  });

  it('authorsStartingWith matches any word of a name, the most frequent first', async () => {
    const db = openPage();
    await write(db, [
      [1, { authors: ['Zoë Quill', 'Bo Leaf'] }],
      [2, { authors: ['Bo Leaf', 'Zoe Leary'] }],
    ]);
    expect(await authorsStartingWith(db, 'le', 5)).toEqual(['Bo Leaf', 'Zoe Leary']);
    expect(await authorsStartingWith(db, 'zoe', 5)).toEqual(['Zoe Leary', 'Zoë Quill']);
    expect(await authorsStartingWith(db, 'bo lea', 5)).toEqual(['Bo Leaf']);
    expect(await authorsStartingWith(db, '', 1)).toEqual(['Bo Leaf']);
    expect(await authorsStartingWith(db, 'x', 5)).toEqual([]);
  });

  it('paperTitles reads the titles from the index', async () => {
    const db = openPage();
    await write(db, [
      [1, { title: 'One' }],
      [2, { title: '' }],
      [3, { title: 'Gone', removedAt: 1 }],
    ]);
    const wanted = new Map([
      [idOf(1), 'One'],
      [idOf(2), idOf(2)],
    ]);
    expect(await paperTitles(db)).toEqual(wanted);
    await maintainIndex(db);
    expect(await paperTitles(db)).toEqual(wanted);
  });

  it('searchVersion differs after each change visible to searches', async () => {
    const db = openPage();
    const seen = [await searchVersion(db)];
    await write(db, [[1, { title: 'One' }]]);
    seen.push(await searchVersion(db));
    await write(db, [[1, { title: 'Two' }]]);
    seen.push(await searchVersion(db));
    await maintainIndex(db);
    seen.push(await searchVersion(db));
    expect(new Set(seen).size).toBe(4);
  });
});
