import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PapershelfDatabase } from '@/lib/db/database';
import { parseQuery } from '@/lib/query/parse-query';
import { maintainIndex } from '@/lib/search/maintain/maintain-index';
import { searchIndex } from '@/lib/search/search';
import { aKnownPaper, anEntry } from '../../fixtures/rows';
import { numbersFound, openPage, words, write, type Written } from './library-for-search';

const find = async (db: PapershelfDatabase, text: string): Promise<string[]> =>
  [...(await searchIndex(db, parseQuery(text, 0))).ids].sort();

describe('spellings of a word', () => {
  const open = async (): Promise<PapershelfDatabase> => {
    const db = openPage();
    await write(db, [
      [1, { title: 'Fine-tuning GPT-4' }],
      [2, { title: 'Finetuning gpt4' }],
      [3, { abstract: 'By fine tuning of GPT 4 and more' }],
      [4, { title: 'Fine art, and the tuning of strings' }],
      [5, { note: 'The U-Net and Llama3.1' }],
      [6, { title: 'UNets for Llama-3.1' }],
      [7, { tags: ['u net'], abstract: 'llama 3.1, at 4 gpt' }],
      [8, { title: 'Along a long road, within 20 24 days' }],
    ]);
    return db;
  };

  it.each([
    [
      ['finetuning', 'fine-tuning', 'fine tuning', 'FINE TUNING', 'fine-tun'],
      [1, 2, 3],
    ],
    [
      ['gpt4', 'gpt-4', 'GPT 4', 'gpt 4'],
      [1, 2, 3],
    ],
    [
      ['unet', 'u-net', 'U net'],
      [5, 6, 7],
    ],
    [
      ['llama3.1', 'llama-3.1', 'llama 3.1', 'llama3'],
      [5, 6, 7],
    ],
    [['along'], [8]],
    [['2024'], []],
    [
      ['-finetuning', '-fine-tuning', '-(fine tuning)'],
      [4, 5, 6, 7, 8],
    ],
    [
      ['"fine tuning"', '"fine-tuning"'],
      [1, 3],
    ],
    [['"finetuning"'], [2]],
  ])('%s', async (spellings, found) => {
    const db = await open();
    for (const text of spellings) {
      const { ids } = await searchIndex(db, parseQuery(text, 0));
      expect(ids.map((id) => Number(id.slice(-2))).sort(), text).toEqual(found);
    }
  });

  it('leaves words apart that were written together by mistake', async () => {
    const db = openPage();
    const rows: [number, Written][] = [
      [1, { title: 'Visionlanguage models' }],
      [2, { title: 'Language for vision' }],
    ];
    for (let number = 3; number < 43; number += 1)
      rows.push([number, { title: 'Vision-language' }]);
    await write(db, rows);
    const found = await numbersFound(db, words('vision language'));
    expect(found).toContain(2);
    // Also where they are written together.
    expect(found).toContain(1);
    expect((await numbersFound(db, words('vision language models'))).sort()).toEqual([1]);
    expect(await numbersFound(db, words('title language models'))).toEqual([]);
  });

  it('joins a small word only beside a longer one', async () => {
    const db = openPage();
    await write(db, [
      [1, { title: 'A trade-off' }],
      [2, { title: 'The tradeoff' }],
      [3, { title: 'Off the trade' }],
      [4, { title: 'Better over all tasks' }],
      [5, { title: 'Overall' }],
      [6, { title: 'Overstate' }],
      [7, { title: 'Over a larger state' }],
    ]);
    expect((await numbersFound(db, words('tradeoff'))).sort()).toEqual([1, 2]);
    expect((await numbersFound(db, words('trade off'))).sort()).toEqual([1, 2]);
    expect(await numbersFound(db, words('overall'))).toEqual([5]);
    expect((await numbersFound(db, words('over state'))).sort()).toEqual([6, 7]);
  });

  it('does not join a letter to the word before it', async () => {
    const db = openPage();
    await write(db, [
      [1, { title: 'A package for users' }],
      [2, { title: 'A package that we use with R' }],
      [3, { title: 'The user package' }],
    ]);
    expect(await numbersFound(db, words('use r package'))).toEqual([2]);
  });
});

const corpus = resolve(import.meta.dirname, '../../../../shared/related/corpus.jsonl.gz');
const hasCorpus = existsSync(corpus);

describe.skipIf(!hasCorpus)('7,000 papers (skipped without the folder shared/related)', () => {
  const db = openPage();
  beforeAll(async () => {
    const papers = gunzipSync(readFileSync(corpus))
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; title: string; abstract: string });
    await db.papers.bulkPut(
      papers.map(({ id, title, abstract }) => aKnownPaper({ id: `arxiv:${id}`, title, abstract })),
    );
    await db.entries.bulkPut(papers.map(({ id }) => anEntry({ paperId: `arxiv:${id}` })));
    await db.searchOutbox.bulkPut(papers.map(({ id }) => ({ paperId: `arxiv:${id}` }) as never));
    await maintainIndex(db);
  }, 120_000);

  it.each([
    ['gpt4', 'gpt-4', 'GPT 4'],
    ['llama3', 'llama-3', 'Llama 3'],
    ['finetuning', 'fine-tuning', 'fine tuning'],
    ['pretraining', 'pre-training', 'pre training'],
    ['multimodal', 'multi-modal', 'multi modal'],
    ['o1', 'o-1', 'o 1'],
    ['qwen2.5', 'qwen-2.5', 'Qwen 2.5'],
  ])('%s', async (...spellings) => {
    const [first, ...others] = await Promise.all(spellings.map((text) => find(db, text)));
    expect(first!.length).toBeGreaterThan(100);
    for (const other of others) expect(other).toEqual(first);
  });

  // Words apart also find papers that have them far apart: all words match.
  it.each([
    ['opensource', 'open-source', 'open source'],
    ['blackbox', 'black-box', 'black box'],
    ['multihop', 'multi-hop', 'multi hop'],
    ['realworld', 'real-world', 'real world'],
    ['multistage', 'multi-stage', 'multi stage'],
    ['projectpage', 'project-page', 'project page'],
    ['overfitting', 'over-fitting', 'over fitting'],
    ['twostage', 'two-stage', 'two stage'],
  ])('%s and %s find the same, %s that and more', async (...spellings) => {
    const [together, hyphenated, apart] = await Promise.all(
      spellings.map((text) => find(db, text)),
    );
    expect(hyphenated!.length).toBeGreaterThan(40);
    expect(together).toEqual(hyphenated);
    expect(apart).toEqual(expect.arrayContaining(hyphenated!));
  });

  it.each([
    ['dataset', 'data-set', 'data set'],
    ['workflow', 'work-flow', 'work flow'],
    ['tradeoff', 'trade-off', 'trade off'],
    ['rollout', 'roll-out', 'roll out'],
    ['speedup', 'speed-up', 'speed up'],
  ])('%s', async (...spellings) => {
    const [first, ...others] = await Promise.all(spellings.map((text) => find(db, text)));
    expect(first!.length).toBeGreaterThan(100);
    for (const other of others) expect(other).toEqual(first);
  });
});
