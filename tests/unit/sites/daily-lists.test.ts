import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dailySites, readDay, type DailySite } from '../../../lib/sites/daily-lists';
import { DAILY_LIST_PATTERNS } from '../../../lib/sites/manifest';

const [huggingface] = dailySites as [DailySite];
const day = '2026-02-02';

function item(id: unknown, over: object = {}) {
  return { paper: { id, title: `Paper ${String(id)}`, upvotes: 3, ...over }, numComments: 1 };
}

describe('the daily list source of Hugging Face', () => {
  test('builds the URL of a day', () => {
    const { days } = huggingface;
    expect(days.origin).toBe('https://huggingface.co');
    expect(days.path(day, 0)).toBe('/api/daily_papers?date=2026-02-02&limit=100');
    expect(days.path(day, 1)).toBe('/api/daily_papers?date=2026-02-02&limit=100&p=1');
    expect(days.pageLength).toBe(100);
    expect(DAILY_LIST_PATTERNS).toEqual(['https://huggingface.co/*']);
  });

  test('returns the key of the page and the listing day of each paper', () => {
    const answer = [
      item('2601.50001', { submittedOnDailyAt: '2026-02-01T23:10:00.000Z' }),
      item('2601.50002'),
    ];
    expect(readDay(huggingface, answer, day, 0)).toStrictEqual({
      listing: { kind: 'daily', key: 'hf/daily/2026-02-02', period: day },
      cardsFound: 2,
      cards: [
        {
          rank: 1,
          paper: {
            id: 'arxiv:2601.50001',
            title: 'Paper 2601.50001',
            listedOn: '2026-02-01',
            upvotes: 3,
            comments: 1,
          },
        },
        {
          rank: 2,
          paper: {
            id: 'arxiv:2601.50002',
            title: 'Paper 2601.50002',
            listedOn: day,
            upvotes: 3,
            comments: 1,
          },
        },
      ],
    });
  });

  describe('the facts of a record', () => {
    const paper = {
      id: '2601.50003',
      title: 'Glow:\n  Worms',
      summary: 'They glow\nat night.',
      authors: [
        { name: 'Ada  Quill', hidden: false },
        { name: 'Bo Moss', hidden: true },
      ],
      publishedAt: '2026-01-30T00:00:00.000Z',
      submittedOnDailyAt: '2026-02-01T00:00:00.000Z',
      upvotes: 41,
      githubRepo: 'https://github.com/lantern-lab/glow',
      githubStars: 12,
      projectPage: 'https://glow.example',
      organization: { name: 'Lantern-Lab', fullname: 'Lantern  Laboratory' },
      ai_summary: 'Worms\nglow.',
      ai_keywords: ['few-shot  glow', ''],
    };
    const rest = {
      thumbnail: 'https://thumbs.example/3.png',
      numComments: 3,
      submittedBy: { name: 'quillfan', fullname: 'Quill Fan' },
    };
    const facts = {
      id: 'arxiv:2601.50003',
      title: 'Glow: Worms',
      abstract: 'They glow at night.',
      authors: ['Ada Quill', 'Bo Moss'],
      authorCount: 2,
      organization: { slug: 'Lantern-Lab', name: 'Lantern Laboratory' },
      publishedOn: '2026-01-30',
      listedOn: '2026-02-01',
      submitter: 'quillfan',
      upvotes: 41,
      comments: 3,
      githubRepo: 'https://github.com/lantern-lab/glow',
      githubStars: 12,
      projectPage: 'https://glow.example',
      thumbnail: 'https://thumbs.example/3.png',
      aiSummary: 'Worms glow.',
      aiKeywords: ['few-shot glow'],
    };
    const without = (fields: object, ...names: string[]) =>
      Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
    const read = (item: object) => readDay(huggingface, [item], day, 0)?.cards[0]?.paper;

    test('are all read', () => {
      expect(read({ paper, ...rest })).toStrictEqual(facts);
    });

    test.each([
      ['summary', 'abstract'],
      ['authors', 'authors', 'authorCount'],
      ['organization', 'organization'],
      ['publishedAt', 'publishedOn'],
      ['upvotes', 'upvotes'],
      ['githubRepo', 'githubRepo'],
      ['githubStars', 'githubStars'],
      ['projectPage', 'projectPage'],
      ['ai_summary', 'aiSummary'],
      ['ai_keywords', 'aiKeywords'],
      ['thumbnail', 'thumbnail'],
      ['numComments', 'comments'],
      ['submittedBy', 'submitter'],
    ])('lack only their own field without %s', (field, ...missing) => {
      const item = { paper: without(paper, field), ...without(rest, field) };
      expect(read(item)).toStrictEqual(without(facts, ...missing));
    });

    test('default to the day of the list', () => {
      const item = { paper: without(paper, 'submittedOnDailyAt'), ...rest };
      expect(read(item)).toStrictEqual({ ...facts, listedOn: day });
    });
  });

  test('returns no papers for an empty list and undefined for anything else', () => {
    expect(readDay(huggingface, [], day, 0)).toMatchObject({ cardsFound: 0, cards: [] });
    for (const answer of [undefined, null, {}, 'x', 7, { error: 'Invalid date' }, { papers: [] }]) {
      expect(readDay(huggingface, answer, day, 0)).toBeUndefined();
    }
  });

  test('returns undefined for a list of unreadable items', () => {
    for (const answer of [[{ work: {} }, { work: {} }], [null], [item('../login')]]) {
      expect(readDay(huggingface, answer, day, 0)).toBeUndefined();
    }
  });

  test('continues the ranks on later pages', () => {
    const reading = readDay(huggingface, [item('2601.50001'), item('2601.50002')], day, 2)!;
    expect(reading.cardsFound).toBe(2);
    expect(reading.cards.map(({ rank }) => rank)).toEqual([201, 202]);
    expect(readDay(huggingface, [], day, 1)).toMatchObject({ cardsFound: 0, cards: [] });
  });

  test('skips broken and repeated items and keeps the ranks of the others', () => {
    const answer = [
      null,
      'x',
      [],
      item(7),
      item('../login'),
      { paper: null },
      item('2601.50001'),
      { title: 'No paper' },
      item('2601.50001v2'),
      item('2601.50002', { title: 5, authors: 'Ada', upvotes: -1, githubRepo: 'javascript:1' }),
    ];
    const reading = readDay(huggingface, answer, day, 0)!;
    expect(reading.cardsFound).toBe(9);
    expect(reading.cards.map(({ rank, paper }) => [rank, paper.id])).toEqual([
      [7, 'arxiv:2601.50001'],
      [9, 'arxiv:2601.50002'],
    ]);
    expect(reading.cards[1]!.paper).toStrictEqual({
      id: 'arxiv:2601.50002',
      title: '',
      listedOn: day,
      comments: 1,
    });
  });

  test('cuts overlong facts, and reads no answer of more than 5,000 papers', () => {
    const [card] = readDay(
      huggingface,
      [item('2601.50001', { title: 'x'.repeat(4_000_000), summary: 'y'.repeat(200_000) })],
      day,
      0,
    )!.cards;
    expect(card?.paper.title).toHaveLength(2000);
    expect(card?.paper.abstract).toHaveLength(100_000);
    const many = Array.from({ length: 5001 }, (_, index) => item(`2601.${10_000 + index}`));
    expect(readDay(huggingface, many, day, 0)).toBeUndefined();
    expect(readDay(huggingface, many.slice(1), day, 0)?.cards).toHaveLength(5000);
  });

  test('never throws for any answer', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(fc.jsonValue()), (some, others) => {
        readDay(huggingface, some, day, 0);
        const papers = others.map((paper) => ({ ...item('2601.50001'), paper }));
        const answer = [...others, ...papers, item('2601.50001')];
        expect(readDay(huggingface, answer, day, 0)?.cardsFound).toBeGreaterThan(0);
      }),
    );
  });
});
