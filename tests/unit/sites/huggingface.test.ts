import { describe, expect, test } from 'vitest';
import { paperReader, reader } from '../../../lib/sites/huggingface/reader';
import { readers } from '../../../lib/sites/readers';
import { sites } from '../../../lib/sites/registry';
import { parse, parsers } from './dom';
import { dailyCard, page, searchCard, trendingCard } from './markup';
import type { ApiRecord, PageParts } from './markup';

const base = 'https://huggingface.co/papers';

function record(id: string, over: Partial<ApiRecord['paper']> = {}): ApiRecord {
  const title = `Paper ${id}`;
  return {
    paper: {
      id,
      title,
      summary: `On the paper ${id}. ${'It goes on. '.repeat(80)}`,
      authors: [{ name: 'Ada Quill' }, { name: 'Bo Moss' }],
      publishedAt: '2026-01-30T00:00:00.000Z',
      submittedOnDailyAt: '2026-02-02T00:00:00.000Z',
      upvotes: 3,
      ...over,
    },
    title,
    publishedAt: '2026-01-29T19:00:00.000Z',
    thumbnail: `https://thumbs.example/${id}.png`,
    numComments: 1,
    submittedBy: { name: 'quillfan' },
  };
}

const items = ['2601.50001', '2601.50002', '2602.50003'].map((id) => record(id));

function read(parts: PageParts, url = base, now = '2026-02-03T09:00:00Z') {
  return reader.readListing(parse(page(parts)), new URL(url), Date.parse(now));
}

function listingOf(parts: PageParts, url?: string, now?: string) {
  return read(parts, url, now)!.reading.listing;
}

describe('URLs', () => {
  test.each([
    '',
    '/',
    '?date=2026-02-02',
    '?q=code+updates',
    '#top',
    '/date/2026-02-02',
    '/week/2026-W06',
    '/month/2026-02?q=x',
    '/trending',
    '/trending/?q=x',
  ])('%s is a listing', (path) => {
    expect(readers.find((site) => site.matches(new URL(base + path)))).toBe(reader);
  });

  test.each([
    `${base}/2601.50001`,
    `${base}/submit`,
    `${base}/date`,
    `${base}/date/`,
    `${base}/date/2026-02-02/more`,
    `${base}x`,
    'https://huggingface.co/',
    'https://huggingface.co/models/papers',
    'http://huggingface.co/papers',
    'https://huggingface.co:8443/papers',
    'https://huggingface.co.evil.example/papers',
    'https://hf.co/papers',
  ])('%s is not a listing', (url) => {
    expect(readers.find((site) => site.matches(new URL(url)))).toBeUndefined();
  });

  test('every site has a unique id', () => {
    expect(new Set(sites.map(({ id }) => id)).size).toBe(sites.length);
  });

  test('paperUrl returns the API path of an arXiv paper', () => {
    expect(reader.paperUrl('arxiv:2601.50001')).toBe('/api/papers/2601.50001');
    for (const id of [
      'arxiv:../login',
      'arxiv:hep-th/9901001',
      'doi:10.1/2',
      'arxiv:2601.50001?a',
    ]) {
      expect(reader.paperUrl(id as `${string}:${string}`)).toBeUndefined();
    }
  });
});

describe('readPaper', () => {
  test('reads a paper like an item of a list', () => {
    const paper = reader.readPaper(items[0]!.paper, 'arxiv:2601.50001');
    expect(paper).toMatchObject({
      id: 'arxiv:2601.50001',
      authors: ['Ada Quill', 'Bo Moss'],
      publishedOn: '2026-01-30',
      listedOn: '2026-02-02',
      upvotes: 3,
    });
    expect(reader.readPaper({ paper: items[0]!.paper }, 'arxiv:2601.50001')).toEqual(paper);
  });

  test('returns undefined for another paper', () => {
    const answers = [undefined, null, [], 'x', {}, { error: 'no' }, { id: 5 }, { paper: null }];
    for (const answer of [...answers, items[1]!.paper]) {
      expect(reader.readPaper(answer, 'arxiv:2601.50001')).toBeUndefined();
    }
  });

  test('skips only invalid fields', () => {
    const answer = { id: '2601.50001', title: 4, authors: 'Ada', summary: 'Yes.', upvotes: 'many' };
    expect(reader.readPaper(answer, 'arxiv:2601.50001')).toStrictEqual({
      id: 'arxiv:2601.50001',
      title: '',
      abstract: 'Yes.',
    });
  });
});

describe('the kind and key of a listing', () => {
  const cards = items.map(dailyCard);
  const props = { dateString: '2026-02-02', dailyPapers: items, query: {}, isTrending: false };

  test.each([
    ['/week/2026-W05', { kind: 'weekly', key: 'hf/weekly/2026-W05', period: '2026-W05' }],
    ['/month/2026-01', { kind: 'monthly', key: 'hf/monthly/2026-01', period: '2026-01' }],
    ['/date/2026-02-01', { kind: 'daily', key: 'hf/daily/2026-02-01', period: '2026-02-01' }],
    ['?date=2026-02-01', { kind: 'daily', key: 'hf/daily/2026-02-01', period: '2026-02-01' }],
    ['/trending', { kind: 'trending', key: 'hf/trending' }],
  ])('prefers the URL: %s', (path, listing) => {
    expect(listingOf({ props, cards, day: 'Feb 2' }, base + path)).toStrictEqual(listing);
  });

  test.each([
    ['/date/2026-02-31', 'hf/daily/2026-02-02'],
    ['/date/latest', 'hf/daily/2026-02-02'],
    ['/week/2026-W60', 'hf/weekly/2026-W06'],
    ['/month/2026-13', 'hf/monthly/2026-02'],
  ])('ignores a URL with an invalid period: %s', (path, key) => {
    expect(listingOf({ props, cards }, base + path).key).toBe(key);
  });

  test.each([
    ['day', false, 'hf/daily/2026-02-02'],
    ['week', false, 'hf/weekly/2026-W06'],
    ['month', false, 'hf/monthly/2026-02'],
    ['day', true, 'hf/trending'],
    [7, 'yes', 'hf/daily/2026-02-02'],
  ])('reads /papers from its props: %s, %s', (periodType, isTrending, key) => {
    expect(listingOf({ props: { ...props, periodType, isTrending }, cards }).key).toBe(key);
  });

  test('falls back to the navigator, with the year of the previous day', () => {
    const navigator = { cards, day: 'Jan 2', before: '/papers/date/2024-12-31' };
    expect(listingOf(navigator).key).toBe('hf/daily/2025-01-02');
    expect(listingOf({ cards, day: 'Feb 4' }).key).toBe('hf/daily/2026-02-04');
    expect(listingOf({ cards, day: 'Feb 5' }).key).toBe('hf/daily/2025-02-05');
    expect(listingOf({ cards, before: '/papers/week/2026-W05' }).key).toBe('hf/weekly');
    expect(listingOf({ cards, before: '/papers/month/2026-01' }).key).toBe('hf/monthly');
    expect(listingOf({ cards })).toStrictEqual({ kind: 'daily', key: 'hf/daily' });
  });

  test('ignores the day of props with few of the cards', () => {
    const stale = { ...props, dateString: '2025-11-11', dailyPapers: items.slice(0, 1) };
    expect(listingOf({ props: stale, cards, day: 'Feb 2' }).key).toBe('hf/daily/2026-02-02');
  });

  test('ignores the day of the props of a week', () => {
    const week = ['1', '2', '3', '4', '5', '6', '7'].flatMap((n) =>
      [1, 2, 3].map((m) => record(`2601.6${n}00${m}`)),
    );
    const keyWith = (others: ApiRecord[]) => {
      const ofWeek = { ...props, periodType: 'week', dailyPapers: [...others, ...items] };
      return listingOf({ props: ofWeek, cards, day: 'Feb 3' }).key;
    };
    expect(keyWith(week)).toBe('hf/daily/2026-02-03');
    // From three times as many papers as cards, the props are of another list.
    expect(keyWith(week.slice(0, 6))).toBe('hf/daily/2026-02-03');
    expect(keyWith(week.slice(0, 5))).toBe('hf/weekly/2026-W06');
  });
});

describe('searches', () => {
  const cards = items.map((item) => searchCard(item));

  test('are recognised by their cards on any page', () => {
    for (const path of [
      '?q=Code%20Updates',
      '/trending?q=Code+Updates',
      '/month/2026-02?q=Code++Updates',
    ]) {
      expect(listingOf({ cards }, base + path)).toStrictEqual({
        kind: 'search',
        key: 'hf/search/code%20updates',
        query: 'Code Updates',
      });
    }
  });

  test('are recognised by their props with any cards', () => {
    const props = {
      query: { q: 'glow' },
      searchResults: items,
      dailyPapers: [record('2601.59999')],
    };
    expect(listingOf({ props, cards: items.map(dailyCard) }).key).toBe('hf/search/glow');
  });

  test('take the query of the search box when the props are stale', () => {
    const props = { query: { q: 'old' }, searchResults: [record('2601.59999')], dailyPapers: [] };
    expect(listingOf({ props, cards, searched: ' New  one' }).query).toBe('New one');
  });

  test('are not recognised by a query alone', () => {
    expect(listingOf({ cards: items.map(dailyCard), day: 'Feb 2' }, `${base}?q=x`).kind).toBe(
      'daily',
    );
    const trending = { cards: items.map(trendingCard), heading: 'Trending Papers' };
    expect(listingOf(trending, `${base}/trending?q=x`).kind).toBe('trending');
  });

  test('are not recognised when the props have an ordinary list too', () => {
    const props = { query: { q: 'x' }, searchResults: items, dailyPapers: items };
    const listing = { props, cards: items.map(dailyCard) };
    expect(listingOf(listing, `${base}/date/2026-02-02?q=x`).key).toBe('hf/daily/2026-02-02');
  });

  test('may have no results', () => {
    const props = { query: { q: 'x' }, searchResults: [], dailyPapers: items };
    expect(read({ props, cards: [] }, `${base}?q=x`)!.reading).toStrictEqual({
      listing: { kind: 'search', key: 'hf/search/x', query: 'x' },
      cardsFound: 0,
      cards: [],
    });
  });

  test('have a key for any query', () => {
    const props = { query: { q: '\ud800 a/b?' }, searchResults: items, dailyPapers: [] };
    expect(listingOf({ props, cards }).key).toBe('hf/search/%EF%BF%BD%20a%2Fb%3F');
  });

  test('infer the year that a card omits', () => {
    const paper = record('2512.50009', { publishedAt: '2025-12-31T00:00:00Z' });
    const fake = record('9901.00001', { publishedAt: '2025-12-29T00:00:00Z' });
    const found = read(
      { cards: [searchCard(paper, '', '2025'), searchCard(fake, '', '2025')], day: 'Dec 30' },
      `${base}?q=x`,
      '2026-11-22T00:00:00Z',
    )!;
    const days = found.reading.cards.map(({ paper: { publishedOn } }) => publishedOn);
    expect(days).toEqual(['2025-12-31', '2025-12-29']);
  });
});

describe.each(Object.keys(parsers))('cards, read by %s', (parser) => {
  const readPage = (html: string, url = `${base}/date/2026-02-02`) =>
    reader.readListing(parsers[parser]!(html), new URL(url), Date.parse('2026-02-03T09:00:00Z'))!;

  test('reads 664 authors', () => {
    const authors = Array.from({ length: 664 }, (_, index) => ({ name: `Author No${index}` }));
    const many = record('2601.50004', { authors });
    const html = (props: unknown) => page({ props, cards: [dailyCard(many)] });
    const whole = readPage(html({ dailyPapers: [many] })).reading.cards[0]!.paper;
    expect(whole.authors).toEqual(authors.map(({ name }) => name));
    expect(whole.authorCount).toBe(664);
    const shown = readPage(html(undefined)).reading.cards[0]!.paper;
    expect(shown.authorCount).toBe(664);
    expect(shown.authors).toBeUndefined();
  });

  test('skips a card that throws', () => {
    const document = parsers[parser]!(page({ cards: items.map(dailyCard) }));
    const broken = document.querySelectorAll('h3 a')[1]!;
    Object.defineProperty(broken, 'textContent', {
      get() {
        throw new Error('broken');
      },
    });
    const listing = reader.readListing(document, new URL(base), 0)!;
    expect(listing.reading.cardsFound).toBe(3);
    expect(listing.reading.cards.map(({ rank }) => rank)).toEqual([1, 3]);
    expect(listing.cards).toHaveLength(2);
  });

  test('skips a card with the card or the title of another paper, whose facts may be mixed', () => {
    const [outer, inner, other] = items.map((item) =>
      dailyCard({ ...item, organization: { name: `Lab-${item.paper.id}`, fullname: 'Lab' } }),
    ) as [string, string, string];
    const { organization: _, ...bare } = items[0]!;
    const nested = dailyCard(bare).replace('</article>', `${inner}</article>`);
    const listing = readPage(page({ cards: [nested, other] }));
    const slugs = listing.reading.cards.map(({ paper }) => [paper.id, paper.organization?.slug]);
    expect(slugs).toEqual([
      ['arxiv:2601.50002', 'Lab-2601.50002'],
      ['arxiv:2602.50003', 'Lab-2602.50003'],
    ]);
    expect(listing.reading.cardsFound).toBe(3);
    const title = /<h3.*?<\/h3>/.exec(inner)![0];
    const twoTitles = outer.replace('</article>', `${title}</article>`);
    expect(readPage(page({ cards: [twoTitles, other] })).reading.cards).toHaveLength(1);
  });

  test('prefers a shown number to the props, unless it is rounded', () => {
    const old = record('2601.50004', { githubRepo: 'https://github.com/a/b', githubStars: 3287 });
    const now = { ...old, numComments: 8, paper: { ...old.paper, upvotes: 0, githubStars: 3301 } };
    const listing = readPage(
      page({ props: { dailyPapers: [old] }, cards: [trendingCard(now)] }),
      `${base}/trending`,
    );
    expect(listing.reading.cards[0]!.paper).toMatchObject({
      upvotes: 0,
      comments: 1,
      githubStars: 3287,
    });
    const daily = readPage(page({ props: { dailyPapers: [old] }, cards: [dailyCard(now)] }));
    expect(daily.reading.cards[0]!.paper).toMatchObject({ comments: 8, githubStars: 3301 });
  });

  test('takes no title for a number of stars or an abstract', () => {
    const titles = ['1984', `A title that goes on${' and on'.repeat(20)}`];
    const cards = titles.map((title, index) => dailyCard(record(`2601.5001${index}`, { title })));
    for (const { paper } of readPage(page({ cards })).reading.cards) {
      expect(titles).toContain(paper.title);
      expect(paper.githubStars).toBeUndefined();
      expect(paper.abstract).toBeUndefined();
    }
  });

  test('reads no comments on trending', () => {
    const html = page({ cards: items.map(trendingCard) });
    const { cards } = readPage(html, `${base}/trending`).reading;
    expect(cards.map(({ paper }) => 'comments' in paper)).toEqual([false, false, false]);
    expect(cards).toHaveLength(3);
  });

  test('ignores invalid props', () => {
    for (const props of [
      '',
      '{',
      'null',
      '[]',
      '7',
      '{"dailyPapers":5,"searchResults":"x"}',
      '[[[',
    ]) {
      const listing = readPage(page({ props, cards: items.map(dailyCard) }));
      expect(listing.reading.cards.map(({ paper }) => paper.title)).toEqual([
        'Paper 2601.50001',
        'Paper 2601.50002',
        'Paper 2602.50003',
      ]);
    }
  });

  test('reads an item again when the props change', () => {
    const document = parsers[parser]!(
      page({ props: { dailyPapers: items }, cards: items.map(dailyCard) }),
    );
    const url = new URL(base);
    const titles = () =>
      reader
        .readListing(document, url, 0)!
        .reading.cards.map(({ paper }) => paper.abstract?.length);
    const before = titles();
    expect(titles()).toEqual(before);
    const root = document.querySelector('[data-target="DailyPapers"]')!;
    root.setAttribute(
      'data-props',
      JSON.stringify({ dailyPapers: [record('2601.50001', { summary: 'New.' })] }),
    );
    expect(titles()).toEqual([4, undefined, undefined]);
  });

  test('returns the element around all cards as the container', () => {
    const wrapped = items.map((item) => `<div>${dailyCard(item)}</div>`);
    expect(readPage(page({ cards: wrapped })).container.className).toBe('relative grid gap-5');
    expect(readPage(page({ cards: [] })).container.localName).toBe('section');
  });

  test('isSettled returns true once the first card is hydrated', () => {
    const settled = (cards: string[]) => reader.isSettled(parsers[parser]!(page({ cards })));
    const [first, second] = items.map(dailyCard);
    expect(settled([first!, second!])).toBe(true);
    expect(settled([first!.replace('<!---->', '<!--[0-->'), second!])).toBe(false);
    expect(settled([first!.replace('<!---->', '<!--[-->'), second!])).toBe(false);
    expect(settled([first!, second!.replace('<!---->', '<!--[-1-->')])).toBe(true);
    expect(settled([])).toBe(true);
    expect(reader.isSettled(parsers[parser]!('<html><body><p>Hello</p></body></html>'))).toBe(
      false,
    );
  });
});

describe.each(Object.keys(parsers))('a paper page, read by %s', (parser) => {
  const id = 'arxiv:2601.40001';
  const authorsOf = (words: string, rest = '<h2>Abstract</h2><p>Readers forget.</p>') => {
    const body = `<div>arxiv:2601.40001</div><h1>Glow</h1>${words}${rest}`;
    const html = `<body><main><div data-target="PaperContent">${body}</div></main></body>`;
    return paperReader.readPaperPage(parsers[parser]!(html), id, Date.parse('2026-02-03')).authors;
  };

  test('reads the authors between two labels', () => {
    const words = '<div>Authors: <span>Ada Quill</span> , <span>Bo Leaf</span> · † </div>';
    expect(authorsOf(words)).toEqual(['Ada Quill', 'Bo Leaf']);
    expect(authorsOf(words, '<p>Readers forget.</p><h3>Community</h3>')).toBeUndefined();
    expect(authorsOf('<span>Ada Quill</span>')).toBeUndefined();
    expect(authorsOf('<div>Authors:</div>')).toBeUndefined();
  });

  test.each([
    '+15 authors',
    '+15',
    '57',
    'Upvote',
    'Follow',
    'Following',
    'Show all',
    'View more',
    'authors',
    'A sentence about the paper, which is far longer than the name of anybody.',
  ])('reads no authors with "%s" among them', (other) => {
    expect(
      authorsOf(`<div>Authors: <i>Ada Quill</i>, <i>Bo Leaf</i> <b>${other}</b></div>`),
    ).toBeUndefined();
  });

  test.each(['See-Kiong Ng', 'Jose Miguel Hernandez-Lobato', '李明', 'Mike Zheng Shou', 'O. Y'])(
    'reads the author %s',
    (name) => expect(authorsOf(`<div>Authors: <i>${name}</i></div>`)).toEqual([name]),
  );
});
