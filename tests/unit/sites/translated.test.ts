import { describe, expect, test } from 'vitest';
import { mergePapers } from '../../../lib/papers/merge-papers';
import { paperReader, reader } from '../../../lib/sites/huggingface/reader';
import { parse } from './dom';
import { dailyCard, page, searchCard, trendingCard } from './markup';
import type { ApiRecord } from './markup';

const NOW = Date.parse('2026-02-03T09:00:00Z');

const item: ApiRecord = {
  paper: {
    id: '2601.50001',
    title: 'On quiet shelves',
    summary: `We read shelves. ${'It goes on. '.repeat(80)}`,
    authors: [{ name: 'Ada Quill' }, { name: 'Bo Moss' }],
    publishedAt: '2026-01-30T00:00:00.000Z',
    submittedOnDailyAt: '2026-02-02T00:00:00.000Z',
    upvotes: 3,
    organization: { name: 'tideline', fullname: 'Tideline Lab', avatar: 'https://a.example/t.png' },
  },
  title: 'On quiet shelves',
  publishedAt: '2026-01-29T19:00:00.000Z',
  thumbnail: 'https://thumbs.example/1.png',
  numComments: 1,
  submittedBy: { name: 'quillfan' },
};

type Translate = (document: Document) => void;

/** Replaces the texts in the cards, as translators do. */
function replaceTexts(document: Document, wrap: (text: string) => string): void {
  for (const element of document.querySelectorAll(
    'article h3 a, article p, article span, article li, article a',
  )) {
    if (element.childElementCount > 0 || !/\p{L}/u.test(element.textContent ?? '')) continue;
    element.innerHTML = wrap(`Übersetzt ${element.textContent}`);
  }
}

const font = (text: string): string =>
  `<font style="vertical-align: inherit;"><font>${text}</font></font>`;

const TRANSLATORS: [string, Translate][] = [
  [
    'Chrome',
    (document) => {
      document.documentElement.className = 'dark translated-ltr';
      document.documentElement.lang = 'de';
      replaceTexts(document, font);
    },
  ],
  [
    'Chrome to Arabic',
    (document) => {
      document.documentElement.classList.add('translated-rtl');
      replaceTexts(document, font);
    },
  ],
  ['fonts alone, as while Chrome goes on', (document) => replaceTexts(document, font)],
  [
    'Firefox',
    (document) => {
      document.documentElement.lang = 'de';
      replaceTexts(document, (text) => text);
    },
  ],
  [
    'Edge',
    (document) => {
      document.querySelector('h3')!.setAttribute('_msttexthash', '42');
      replaceTexts(document, (text) => text);
    },
  ],
];

describe.each(TRANSLATORS)('%s', (_, translate) => {
  const readPage = (props: boolean, card: (item: ApiRecord) => string, url = '') => {
    const html = page({ cards: [card(item)], ...(props && { props: { dailyPapers: [item] } }) });
    const document = parse(html);
    const before = reader.readListing(
      document,
      new URL(`https://huggingface.co/papers${url}`),
      NOW,
    )!;
    translate(document);
    const after = reader.readListing(
      document,
      new URL(`https://huggingface.co/papers${url}`),
      NOW,
    )!;
    return {
      before: before.reading.cards[0]!.paper,
      after: after.reading.cards[0]!.paper,
      card: after.cards[0]!,
    };
  };

  test.each([dailyCard, trendingCard, searchCard])(
    'facts from the props stay as they were (%o)',
    (card) => {
      const { before, after } = readPage(true, card);
      expect(after).toEqual(before);
      expect(after.title).toBe('On quiet shelves');
    },
  );

  test.each([dailyCard, trendingCard, searchCard])(
    'translated words are no facts and replace none (%o)',
    (card) => {
      const { after, card: shown } = readPage(false, card);
      expect(JSON.stringify(after)).not.toContain('bersetzt');
      expect(after.title).toBe('');
      expect(after.upvotes).toBe(3);
      expect(shown.title).toContain('Übersetzt');
      const known = { id: after.id, title: 'Kept', abstract: 'Kept too' };
      expect(mergePapers(known, after)).toMatchObject(known);
    },
  );
});

describe('a paper’s own page', () => {
  const words = `<main><a>arxiv:2601.50001</a><h1>On quiet shelves</h1><div>Published on Jan 30, 2026</div><h2>Abstract</h2><p>We read shelves.</p></main>`;
  const id = 'arxiv:2601.50001';
  test.each(TRANSLATORS.filter(([name]) => name !== 'Edge' && !name.startsWith('fonts')))(
    'is not read once %s translated it',
    (_, translate) => {
      const document = parse(words);
      expect(paperReader.readPaperPage(document, id, NOW).title).toBe('On quiet shelves');
      translate(document);
      expect(paperReader.readPaperPage(document, id, NOW)).toEqual({ id, title: '' });
    },
  );
});

test('an English page in a known language is read as before', () => {
  const document = parse(page({ cards: [searchCard(item)] }));
  document.documentElement.lang = 'en-US';
  const { reading } = reader.readListing(document, new URL('https://huggingface.co/papers'), NOW)!;
  expect(reading.cards[0]?.paper.title).toBe('On quiet shelves');
});
