import { describe, expect, it } from 'vitest';
import { authorsStartingWith } from '@/lib/search/authors';
import { paperTitles } from '@/lib/search/paper-titles';
import { searchIndex, warmSearch } from '@/lib/search/search';
import { searchStanding } from '@/lib/search/standing';
import { organizations, tagCounts } from '@/lib/search/tag-counts';
import { tendIndex } from '@/lib/search/tend-index';
import { idOf, numbersFound, openPage, phrase, queryOf, words, write } from './library-for-search';

const EVERYTHING = queryOf({ kind: 'all', of: [] });

describe('a search', () => {
  it('answers with a promise that is the platform’s own', () => {
    const promise = searchIndex(openPage(), EVERYTHING);
    expect(promise.constructor).toBe(Promise);
    return promise;
  });

  it('of an empty library finds nothing', async () => {
    const found = await searchIndex(openPage(), words('model'), { facets: true });
    expect(found).toMatchObject({ ids: [], left: 0, facets: { total: 0, tags: [], years: [] } });
  });

  it('finds words in every field, by how they begin', async () => {
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

  it('puts titles first, the word itself before longer ones, and neighbours in a title before both', async () => {
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

  it('takes what hardly anybody has for a typo, but never in quotes or after a minus', async () => {
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

  it('takes one or two letters as they are unless they are the last of the query', async () => {
    const db = openPage();
    await write(db, [
      [1, { title: 'Reward of rl' }],
      [2, { title: 'Reward of rlhf' }],
    ]);
    expect(await numbersFound(db, words('rl reward'))).toEqual([1]);
    expect((await numbersFound(db, words('reward rl'))).sort()).toEqual([1, 2]);
  });

  it('reads Chinese and Japanese by one character, two, or more', async () => {
    const db = openPage();
    await write(db, [
      [1, { title: '深層学習による画像認識' }],
      [2, { title: '強化学習', note: '深い' }],
      [3, { title: '大语言模型的推理能力' }],
      [4, { title: '学び' }],
    ]);
    await tendIndex(db);
    expect((await numbersFound(db, words('学'))).sort()).toEqual([1, 2, 4]);
    expect((await numbersFound(db, words('学習'))).sort()).toEqual([1, 2]);
    expect(await numbersFound(db, words('習に'))).toEqual([1]);
    expect(await numbersFound(db, words('深層学習'))).toEqual([1]);
    expect(await numbersFound(db, phrase('語言'))).toEqual([]);
    expect(await numbersFound(db, phrase('语言模型'))).toEqual([3]);
    expect(await numbersFound(db, words('力'))).toEqual([3]);
  });

  it('finds a phrase in every paper that has it, however many have its words', async () => {
    const db = openPage();
    const many = Array.from({ length: 700 }, (_, number) => {
      const isHit = number % 7 === 3;
      return [
        number,
        { abstract: isHit ? 'it is of the art' : 'the art of it is the art' },
      ] as const;
    });
    await write(db, many);
    await tendIndex(db);
    expect(await numbersFound(db, phrase('of the art'))).toHaveLength(100);
    expect(await numbersFound(db, words('of the art'))).toHaveLength(700);
  });

  it('stays within one name, one tag, one field', async () => {
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

  it('leaves out what has neither letter nor digit', async () => {
    const db = openPage();
    await write(db, [[1, { title: 'One' }]]);
    expect(await numbersFound(db, words('one – :)'))).toEqual([1]);
    expect(await numbersFound(db, words('–'))).toEqual([1]);
  });

  it('says what to mark, with words that were found instead', async () => {
    const db = openPage();
    await write(db, [[1, { title: 'Zero-shot transformers' }]]);
    const { marks } = await searchIndex(db, words('trasformers zero-sh'));
    expect(marks).toEqual([
      { kind: 'prefix', word: 'trasformers' },
      { kind: 'phrase', words: ['transformers'], prefix: false },
      { kind: 'phrase', words: ['zero', 'sh'], prefix: true },
    ]);
  });

  it('ends when it is told to', async () => {
    const db = openPage();
    await write(db, [[1, { title: 'One' }]]);
    const left = new AbortController();
    const searching = searchIndex(db, words('one'), { signal: left.signal });
    left.abort(new Error('left'));
    await expect(searching).rejects.toThrow('left');
  });
});

describe('beside searching', () => {
  it('warming reads an index of any size', async () => {
    const db = openPage();
    await warmSearch(db);
    await write(db, [[1, { title: 'One' }]]);
    await tendIndex(db);
    await warmSearch(db);
    expect(await numbersFound(db, words('one'))).toEqual([1]);
  });

  it('tags and organizations are counted in their commonest spelling', async () => {
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
    await tendIndex(db);
    expect(await tagCounts(db)).toEqual(counts.tags);
    expect(await organizations(db)).toEqual(counts.labs);
  });

  it('authors are offered by any word of their names, the most frequent first', async () => {
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

  it('titles are told without their papers', async () => {
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
    await tendIndex(db);
    expect(await paperTitles(db)).toEqual(wanted);
  });

  it('the standing differs after each change that a search may see', async () => {
    const db = openPage();
    const seen = [await searchStanding(db)];
    await write(db, [[1, { title: 'One' }]]);
    seen.push(await searchStanding(db));
    await write(db, [[1, { title: 'Two' }]]);
    seen.push(await searchStanding(db));
    await tendIndex(db);
    seen.push(await searchStanding(db));
    expect(new Set(seen).size).toBe(4);
  });
});
