/** Reads real pages and API answers; tests/fixtures/sites has made-up ones for the same cases. */
import { describe, expect, test } from 'vitest';
import { capturesIn, hasCaptures, readCapture } from '../../fixtures/captures';
import type { Day } from '../../../lib/shared/day';
import type { Paper } from '../../../lib/papers/paper';
import { foldSpaces } from '../../../lib/shared/text';
import { dailySites, readDay } from '../../../lib/sites/daily-lists';
import { paperReader, reader } from '../../../lib/sites/huggingface/reader';
import type { SiteListing } from '../../../lib/sites/site-reader';
import { parse, parsers } from './dom';
import { dailyCard, dailyCardOf2024, escape, page, searchCard, trendingCard } from './markup';
import type { ApiRecord } from './markup';

test.skipIf(!hasCaptures)(
  hasCaptures
    ? 'has captures'
    : 'has captures (skipped: no folder shared/captures next to the project)',
  () => expect(capturesIn('api').length).toBeGreaterThan(5),
);

function describeCaptures(name: string, tests: () => void): void {
  if (hasCaptures) describe(name, tests);
}

const api = new Map<string, ApiRecord[]>(
  capturesIn('api').map((path) => [
    path.slice('api/api-daily_papers-'.length, -'.json'.length),
    JSON.parse(readCapture(path)) as ApiRecord[],
  ]),
);
const records = new Map([...api.values()].flat().map((record) => [record.paper.id, record]));

interface Capture {
  file: string;
  url: string;
  now: string;
  key: string;
  corner: string;
}

const daily = 'https://huggingface.co/papers';
const pages: Capture[] = [
  {
    file: 'real/hf-daily-2026-09-28-hydrated.excerpt.html',
    url: daily,
    now: '2026-09-28T18:00:00Z',
    key: 'hf/daily/2026-09-28',
    corner: 'top-right',
  },
  {
    file: 'real/hf-trending-2026-10-07-ssr.excerpt.html',
    url: `${daily}/trending`,
    now: '2026-10-07T12:00:00Z',
    key: 'hf/trending',
    corner: 'top-left',
  },
  {
    file: 'rendered/daily-2025-12-15.html',
    url: `${daily}/date/2025-12-15`,
    now: '2025-12-15T12:00:00Z',
    key: 'hf/daily/2025-12-15',
    corner: 'top-right',
  },
  {
    file: 'rendered/daily-2026-03-12--dark.html',
    url: daily,
    now: '2026-11-22T12:00:00Z',
    key: 'hf/daily/2026-03-12',
    corner: 'top-right',
  },
  {
    file: 'rendered/weekly-2026-W11.html',
    url: `${daily}/week/2026-W11`,
    now: '2026-03-13T12:00:00Z',
    key: 'hf/weekly/2026-W11',
    corner: 'top-right',
  },
  {
    file: 'rendered/trending.html',
    url: `${daily}/trending`,
    now: '2026-06-13T12:00:00Z',
    key: 'hf/trending',
    corner: 'top-left',
  },
  {
    file: 'rendered/search-reasoning.html',
    url: `${daily}?q=reasoning`,
    now: '2026-06-13T12:00:00Z',
    key: 'hf/search/reasoning',
    corner: 'bottom-right',
  },
  {
    file: 'rendered/search-2025-12-30--no-props.html',
    url: `${daily}?q=relation-specific+neurons`,
    now: '2025-12-30T12:00:00Z',
    key: 'hf/search/relation-specific%20neurons',
    corner: 'bottom-right',
  },
];

const PROPS = /(data-target="DailyPapers") data-props="[^"]*"/;
const withoutProps = (html: string) => html.replace(PROPS, '$1');
const withPropsOf = (html: string, other: string) =>
  html.replace(PROPS, () => PROPS.exec(other)![0]);

function idsInTitles(html: string): string[] {
  const cards = html.slice(html.indexOf('<article'));
  const ids = [...cards.matchAll(/<h3[^>]*><a[^>]*href="\/papers\/([\d.]+)"/g)];
  return [...new Set(ids.map(([, id]) => id!))];
}

function read(parser: string, html: string, { url, now }: { url: string; now: string }) {
  const listing = reader.readListing(parsers[parser]!(html), new URL(url), Date.parse(now));
  expect(listing).toBeDefined();
  return listing!;
}

function papersOf(listing: SiteListing): Map<string, Paper> {
  return new Map(
    listing.reading.cards.map(({ paper }) => [paper.id.slice('arxiv:'.length), paper]),
  );
}

/** The paper to read from a card together with its record. */
function expected({ paper, ...item }: ApiRecord): Partial<Paper> {
  const organization = paper.organization ?? item.organization;
  // A keyword of 2026-03-10 is empty.
  const keywords = paper.ai_keywords?.map(foldSpaces).filter((keyword) => keyword !== '');
  return withoutUndefined({
    id: `arxiv:${paper.id}`,
    title: foldSpaces(paper.title),
    abstract: foldSpaces(paper.summary),
    authors: paper.authors.map(({ name }) => foldSpaces(name)),
    authorCount: paper.authors.length,
    organization: organization && {
      slug: organization.name,
      name: foldSpaces(organization.fullname),
    },
    publishedOn: paper.publishedAt.slice(0, 10),
    listedOn: paper.submittedOnDailyAt?.slice(0, 10),
    submitter: item.submittedBy?.name,
    upvotes: paper.upvotes,
    comments: item.numComments,
    githubRepo: paper.githubRepo,
    githubStars: paper.githubStars,
    projectPage: paper.projectPage,
    thumbnail: item.thumbnail,
    aiSummary: paper.ai_summary && foldSpaces(paper.ai_summary),
    aiKeywords: keywords && keywords.length > 0 ? keywords : undefined,
  }) as Partial<Paper>;
}

function withoutUndefined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** The facts of a record that a card of `kind` shows. */
function expectedOfCards(record: ApiRecord, kind: string): object {
  const whole = expected(record);
  const { id, title, upvotes, comments, organization, authorCount } = whole;
  const { githubStars, submitter, thumbnail, publishedOn, abstract } = whole;
  const shared = { id, title, upvotes, organization };
  const by = organization ? {} : { authorCount };
  if (kind === 'search') return { ...shared, ...by, comments, publishedOn, abstract };
  if (kind === 'trending') return { ...shared, ...by, publishedOn, thumbnail };
  return { ...shared, ...by, comments, githubStars, submitter, thumbnail };
}

for (const parser of Object.keys(parsers)) {
  describeCaptures(`captures, read by ${parser}`, () => {
    test.each(pages)('$file: reads every card', (capture) => {
      const html = readCapture(capture.file);
      const listing = read(parser, html, capture);
      const ids = idsInTitles(html);
      expect(ids.length).toBeGreaterThan(2);
      expect(listing.reading.listing.key).toBe(capture.key);
      expect(listing.reading.cardsFound).toBe(ids.length);
      expect([...papersOf(listing).keys()]).toEqual(ids);
      expect(listing.reading.cards.map(({ rank }) => rank)).toEqual(
        ids.map((_, index) => index + 1),
      );
      expect(listing.cards.map(({ paperId }) => paperId)).toEqual(ids.map((id) => `arxiv:${id}`));
      expect(new Set(listing.cards.map(({ corner }) => corner))).toEqual(new Set([capture.corner]));
      for (const { element, paperId } of listing.cards) {
        expect(reader.paperOn(element)).toBe(paperId);
        expect(element.localName).toBe('article');
        expect(listing.container.contains(element)).toBe(true);
      }
      expect(listing.container.className).toContain('grid gap-5');
    });

    test.each(pages)('$file: reads the facts of the records', (capture) => {
      const papers = papersOf(read(parser, readCapture(capture.file), capture));
      for (const [id, paper] of papers) {
        const record = records.get(id);
        if (record === undefined) continue;
        const { githubStars, submitter, ...facts } = expected(record);
        expect(paper).toMatchObject(facts);
        // Cards show 0 stars for a repository if the record has none.
        if (record.paper.githubRepo) expect(paper.githubStars).toBe(githubStars ?? 0);
        expect(paper.submitter).toBe(submitter);
        // No other fields.
        const known = new Set([...Object.keys(expected(record)), 'githubStars']);
        expect(Object.keys(paper).filter((field) => !known.has(field))).toEqual([]);
      }
    });

    test.each(pages.filter(({ file }) => file.startsWith('real/')))(
      '$file: reads its props and the numbers on its cards',
      (capture) => {
        const html = readCapture(capture.file);
        const papers = papersOf(read(parser, html, capture));
        const props = parsers[parser]!(html).querySelector('[data-target="DailyPapers"]')!;
        const items: ApiRecord[] = JSON.parse(props.getAttribute('data-props')!).dailyPapers;
        expect(items.length).toBeGreaterThan(0);
        for (const item of items) {
          // Excerpts lack the cards of some items.
          const paper = papers.get(item.paper.id);
          if (paper !== undefined) expect(paper).toMatchObject(expected(item));
          const answer = reader.readPaper(item.paper, `arxiv:${item.paper.id}`);
          expect(answer?.authors).toEqual(expected(item).authors);
          expect(answer?.abstract).toEqual(expected(item).abstract);
        }
        for (const card of html.split('<article').slice(1)) {
          const paper = papers.get(idsInTitles(`<article${card}`)[0]!)!;
          const shown = />(\d+|-)<\/div><\/div>|text-orange-500">(\d+|-)</.exec(card)!;
          expect(paper.upvotes).toBe(Number((shown[1] ?? shown[2])!.replace('-', '0')));
          const comments = /#community"><svg.*?<\/svg><!----> (\d+)</s.exec(card)?.[1];
          if (!capture.url.endsWith('trending')) expect(paper.comments).toBe(Number(comments ?? 0));
          const organization =
            /<a href="\/([\w.-]+)"[^>]*>(?:<!--.*?-->)?<img[^>]*>.*?<span[^>]*>([^<]+)</s;
          const [, slug, name] = organization.exec(card) ?? [];
          expect(paper.organization).toEqual(slug === undefined ? undefined : { slug, name });
          const authors = /(\d+) authors/.exec(card)?.[1];
          if (authors !== undefined) expect(paper.authorCount).toBe(Number(authors));
          const [, submitter] = /Submitted by .*?<\/div><!----> ([^<]+)</s.exec(card) ?? [];
          expect(paper.submitter).toBe(submitter?.startsWith('[') ? undefined : submitter);
          const [, k] = /> ([\d.]+)k<\/span><\/a>/.exec(card) ?? [];
          if (k !== undefined && !items.some((item) => paper.id.endsWith(item.paper.id)))
            expect(paper.githubStars).toBe(Math.round(Number(k) * 1000));
        }
      },
    );

    test.each(pages.filter(({ file }) => file.startsWith('rendered/')))(
      '$file: reads it without props and with those of another page',
      (capture) => {
        const html = readCapture(capture.file);
        const kind = capture.key.split('/')[1]!;
        const other =
          kind === 'daily' ? 'rendered/trending.html' : 'rendered/daily-2025-12-15.html';
        const ids = idsInTitles(html);
        const foreign = new Set(idsInTitles(readCapture(other)));
        for (const variant of [withoutProps(html), withPropsOf(html, readCapture(other))]) {
          const listing = read(parser, variant, capture);
          expect(listing.reading.listing.key).toBe(capture.key);
          expect(listing.reading.cardsFound).toBe(ids.length);
          const papers = papersOf(listing);
          expect([...papers.keys()]).toEqual(ids);
          for (const [id, paper] of papers) {
            const record = records.get(id);
            if (record === undefined) continue;
            const inProps = variant.includes(`&quot;id&quot;:&quot;${id}&quot;`);
            expect(inProps && !foreign.has(id)).toBe(false);
            const facts = inProps ? expected(record) : expectedOfCards(record, kind);
            expect(paper).toMatchObject(withoutUndefined(facts));
            // Facts not on the card are unknown, not from another paper.
            if (!inProps) {
              expect(paper.authors).toBeUndefined();
              expect(paper.aiKeywords).toBeUndefined();
              expect(paper.projectPage).toBeUndefined();
              const { ai_summary: summary } = record.paper;
              if (kind !== 'trending') expect(paper.aiSummary).toBeUndefined();
              else if (summary) expect(paper.aiSummary).toBe(foldSpaces(summary));
              else expect(paper.abstract).toBe(foldSpaces(record.paper.summary));
            }
          }
        }
      },
    );

    test.each(['2025-12-30T12:00:00Z', '2026-11-22T12:00:00Z'])(
      'reads the search listing of 2025-12-30 at %s',
      (now) => {
        const cards = JSON.parse(readCapture('search-listing-2025-12-30.expected.json')) as {
          id: string;
          title: string;
          abstractChars: number;
          authorCount: number | null;
          organization: { slug: string; name: string } | null;
          publishedOn: string | null;
          shownDate: string | null;
          comments: number;
        }[];
        const url = `${daily}?q=relation-specific+neurons`;
        const html = readCapture('rendered/search-2025-12-30--no-props.html');
        const papers = [...papersOf(read(parser, html, { url, now })).values()];
        const listed = papers.map(
          ({ id, title, abstract, publishedOn, comments, ...paper }, index) => ({
            id: id.slice('arxiv:'.length),
            title,
            abstractChars: abstract?.length,
            authorCount: paper.authorCount ?? null,
            organization: paper.organization ?? null,
            shownDate: cards[index]!.shownDate,
            publishedOn: publishedOn ?? null,
            comments,
          }),
        );
        expect(listed).toEqual(cards);
        expect(papers).toHaveLength(48);
        expect(papers.filter(({ authorCount }) => authorCount !== undefined)).toHaveLength(45);
        expect(papers.filter(({ organization }) => organization !== undefined)).toHaveLength(1);
      },
    );

    test.each(['2024-08-06', '2025-12-15', '2026-03-12', '2026-06-13'])(
      'reads the records of %s as pages',
      (day) => {
        const items = api.get(day)!;
        const url = `${daily}/date/${day}`;
        const now = `${day}T20:00:00Z`;
        const card = day < '2025' ? dailyCardOf2024 : dailyCard;
        const props = { dateString: day, dailyPapers: items, query: {}, periodType: 'day' };
        const listing = read(parser, page({ props, cards: items.map(card) }), { url, now });
        expect(listing.reading.listing).toEqual({
          kind: 'daily',
          key: `hf/daily/${day}`,
          period: day,
        });
        for (const [index, { paper }] of listing.reading.cards.entries()) {
          const record = items[index]!;
          const { githubRepo } = record.paper;
          // Default: the day of the list.
          const facts = { listedOn: day, ...expected(record) };
          expect(paper).toEqual(githubRepo ? { githubStars: 0, ...facts } : facts);
        }
        expect(listing.reading.cards).toHaveLength(items.length);
      },
    );

    test('reads the records of 2026-06-13 as trending and as a search', () => {
      const items = api.get('2026-06-13')!;
      const now = '2026-06-14T20:00:00Z';
      const trending = page({ props: { dailyPapers: items }, cards: items.map(trendingCard) });
      for (const [id, paper] of papersOf(
        read(parser, trending, { url: `${daily}/trending`, now }),
      )) {
        expect(paper).toMatchObject(expected(records.get(id)!));
      }
      const search = page({ cards: items.map((item) => searchCard(item, 'model')), day: 'Jun 13' });
      const papers = papersOf(read(parser, search, { url: `${daily}?q=model`, now }));
      expect(papers.size).toBe(items.length);
      for (const [id, paper] of papers) {
        expect(paper).toEqual(withoutUndefined(expectedOfCards(records.get(id)!, 'search')));
      }
    });
  });
}

/** With absolute URLs. */
const excerpt = (title: string, date: string, id: string, comments: number) =>
  `<article><h3><a href="https://huggingface.co/papers/${id}">${title}</a></h3><a href="https://huggingface.co/papers/${id}">${'word '.repeat(60)}</a> · ${date} ${comments ? `<a href="https://huggingface.co/papers/${id}#community"> ${comments}</a>` : ''}</article>`;

/** Text with link targets, which the tests turn into cards. */
describeCaptures('search excerpts', () => {
  test('2026-07-28: reads titles, dates and comments, with absolute URLs', () => {
    const lines = readCapture('real/hf-search-2026-07-28-intercode-bash.excerpt.txt')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const starts = lines.flatMap((line, index) =>
      line.includes('login?next=%2Fpapers%2F') ? [index] : [],
    );
    expect(starts.length).toBeGreaterThan(3);
    const cards = starts.map((start, index) => {
      const part = lines.slice(start, (starts[index + 1] ?? lines.length + 1) - 1);
      const id = part[0]!.split('%2F').at(-1)!;
      const date = part[part.indexOf('·') + 1]!;
      const comments = part.at(-1)!.endsWith('#community') ? Number(part.at(-2)) : 0;
      return { id, title: part[1]!, date, comments };
    });
    const html = page({ cards: cards.map((c) => excerpt(c.title, c.date, c.id, c.comments)) });
    const listing = read('linkedom', html, {
      url: `${daily}?q=Intercode%20Bash`,
      now: '2026-07-28T12:00:00Z',
    });
    expect(listing.reading.listing.query).toBe('Intercode Bash');
    for (const [index, { paper }] of listing.reading.cards.entries()) {
      const card = cards[index]!;
      const published = new Date(`${card.date} UTC`).toISOString().slice(0, 10);
      expect(paper).toMatchObject({
        id: `arxiv:${card.id}`,
        title: card.title,
        comments: card.comments,
        publishedOn: published,
      });
      expect(paper.abstract).toMatch(/^word word/);
    }
    expect(listing.reading.cards).toHaveLength(cards.length);
  });

  test('2026-06-29: reads upvotes, authors or organization, dates and comments', () => {
    const source = readCapture('real/hf-search-2026-06-29-long-context-asr.excerpt.txt');
    const [, ...parts] = source.split(/(?=\n\[\n(?:-|\d+)\n\]\[\d+\]\n\n### )/);
    const cards = parts.map((part, index) => {
      const find = (pattern: RegExp) => pattern.exec(part)?.[1];
      return {
        // The excerpt lacks the link targets.
        id: `2605.${String(index).padStart(5, '0')}`,
        title: foldSpaces(find(/### \[([^\]]+)\]/) ?? ''),
        upvotes: Number(find(/^\n\[\n(\d+)\n/) ?? 0),
        authors: find(/\* (\d+ authors)/),
        organization: /\[\[([\w-]+)\] ([^\]]+)\]/.exec(part),
        date: find(/·\n([A-Z][a-z]{2} \d{1,2}(?:, \d{4})?)/) ?? '',
        comments: Number(find(/ \[ (\d+)\]\[\d+\]\s*$/) ?? 0),
      };
    });
    expect(cards.length).toBeGreaterThan(3);
    const html = page({
      cards: cards.map(({ id, title, upvotes, authors, organization, date, comments }) => {
        const [, slug, name] = organization ?? [];
        const who = slug
          ? `<a href="/${slug}"><img alt="${slug}"> <span class="font-medium">${name}</span></a>`
          : `<a href="/papers/${id}"><ul><li>${authors}</li></ul></a>`;
        const chip = comments ? `<a href="/papers/${id}#community"> ${comments}</a>` : '';
        return `<article><a href="/login?next=%2Fpapers%2F${id}"><div role="checkbox"><input type="checkbox"><div class="leading-none">${upvotes || '-'}</div></div></a><h3><a href="/papers/${id}">${title}</a></h3><a href="/papers/${id}"><p>${'word '.repeat(60)}</p></a>${who}<span>·</span> <span>${date}</span>${chip}</article>`;
      }),
    });
    const listing = read('linkedom', html, {
      url: `${daily}?q=Long-context+ASR`,
      now: '2026-06-29T16:31:22Z',
    });
    expect(listing.reading.cards).toHaveLength(cards.length);
    for (const [index, { paper }] of listing.reading.cards.entries()) {
      const card = cards[index]!;
      const year = /\d{4}$/.test(card.date) ? '' : ', 2026';
      expect(paper).toMatchObject({
        title: card.title,
        upvotes: card.upvotes,
        comments: card.comments,
        publishedOn: new Date(`${card.date}${year} UTC`).toISOString().slice(0, 10),
        ...(card.organization
          ? { organization: { slug: card.organization[1], name: card.organization[2] } }
          : { authorCount: Number.parseInt(card.authors ?? '', 10) }),
      });
    }
  });

  test('2025-12-30: the copied text contains each expected title', () => {
    const copied = foldSpaces(readCapture('search-listing-2025-12-30.txt'));
    const wanted = JSON.parse(readCapture('search-listing-2025-12-30.expected.json')) as {
      title: string;
    }[];
    for (const { title } of wanted) expect(copied).toContain(foldSpaces(title));
  });

  test('2025-12-20: does not take the page of one paper for a listing', () => {
    const source = readCapture('real/hf-paperpage-2512.15603-2025-12-20.excerpt.md');
    const lines = source.split('\n').map((line) => `<p>${escape(line)}</p>`);
    const html = `<body><main><div data-target="PaperContent" data-props="{}">${lines.join('')}</div></main></body>`;
    const url = new URL('https://huggingface.co/papers/2512.15603');
    expect(reader.matches(url)).toBe(false);
    const document = parse(html);
    expect(reader.readListing(document, url, Date.UTC(2025, 11, 20))).toBeUndefined();
  });

  test('2026-09-14: reads the page of one paper, with its props and without', () => {
    const source = readCapture('real/hf-paperpage-2407.13168-2026-09-14.rekeyed.html');
    const id = 'arxiv:2407.13168';
    const now = Date.UTC(2026, 8, 14);
    const whole = paperReader.readPaperPage(parse(source), id, now);
    expect(whole).toMatchObject({ submitter: 'amber1120', upvotes: 17, publishedOn: '2024-07-18' });
    const shown = paperReader.readPaperPage(
      parse(source.replace(/ data-props="[^"]*"/, '')),
      id,
      now,
    );
    const { title, abstract, aiSummary, submitter, upvotes, publishedOn } = whole;
    // The list of authors is cut.
    expect(shown).toStrictEqual({
      id,
      title,
      abstract,
      aiSummary,
      submitter,
      upvotes,
      publishedOn,
    });
  });

  test('2025-12-20: reads the page of one paper', () => {
    const source = readCapture('real/hf-paperpage-2512.15603-2025-12-20.excerpt.md');
    const [, words = ''] = source.split(/^---$[^]*?^---$/m);
    const body = escape(words)
      .replaceAll(/!\[\]\([^)]*\)/g, '')
      .replace(/\[\[ \]\s+Upvote\s+(\d+)\]\(\S+\)/, '<input type="checkbox">Upvote<div>$1</div>')
      .replaceAll(/\[([^[\]]*)\]\(([^) ]*)[^)]*\)/g, '<a href="$2">$1</a>')
      .replaceAll(/^(#+) (.*)$/gm, (_, marks: string, title) => {
        const heading = `h${marks.length}`;
        return `<${heading}>${title}</${heading}>`;
      })
      .split(/\n{2,}/)
      .map((block) => (/^<h|<input/.test(block) ? block : `<p>${block}</p>`))
      .join('\n');
    const html = `<body><main><div data-target="PaperContent">${body}</div></main></body>`;
    const id = 'arxiv:2512.15603';
    const now = Date.UTC(2026, 10, 23);
    const { abstract, aiSummary, ...facts } = paperReader.readPaperPage(parse(html), id, now);
    expect(facts).toStrictEqual({
      id,
      title: 'Qwen-Image-Layered: Towards Inherent Editability via Layer Decomposition',
      authors: ['Shengming Yin', 'Zekai Zhang', 'Zecheng Tang', 'Chenfei Wu'],
      publishedOn: '2025-12-17',
      submitter: 'taesiri',
      upvotes: 34,
    });
    expect(aiSummary).toMatch(/^Qwen-Image-Layered decomposes .* consistency\.$/);
    expect(abstract).toMatch(
      /^Recent visual generative models .* end-to-end diffusion model that /,
    );
  });
});

describeCaptures('API answers', () => {
  test.each([...api])('reads the list of %s', (day, items) => {
    const reading = readDay(dailySites[0]!, items, day as Day, 0)!;
    const { listing } = reading;
    expect(listing).toEqual({ kind: 'daily', key: `hf/daily/${day}`, period: day });
    expect(reading.cardsFound).toBe(items.length);
    expect(reading.cards.map(({ rank }) => rank)).toEqual(items.map((_, index) => index + 1));
    for (const [index, { paper }] of reading.cards.entries()) {
      const { listedOn, ...facts } = expected(items[index]!);
      expect(paper).toMatchObject(withoutUndefined({ ...facts, listedOn: listedOn ?? day }));
    }
  });
});
