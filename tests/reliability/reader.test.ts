import * as fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { PAYLOADS } from '@/lib/messaging/protocol';
import { mergeReading } from '@/lib/papers/merge-reading';
import type { Paper } from '@/lib/papers/paper';
import { isPaperId, type PaperId } from '@/lib/papers/paper-id';
import { soundPaper } from '@/lib/papers/sound-rows';
import { paperReader, reader } from '@/lib/sites/huggingface/reader';
import { parse } from '../unit/sites/dom';
import { countOr, counter, givenPath } from './how-long';
import { mutate, mutatedPage, pages, type Page } from './mutated-pages';
import { cardOf, recordsOf, sourceOf, strangeFacts } from './provenance';
import { readingWork } from './reading-work';

const ID = 'arxiv:2601.40001';
const countPage = counter('mutated pages');

/** By how much more text may be read than the page has, whatever its structure. */
const MOST_WORK = 60;

test('a mutated page is read without a wrong fact, within bounds', () => {
  fc.assert(
    fc.property(mutatedPage, ({ page: number, mutations }) => {
      const page = pages[number % pages.length]!;
      const { document, url } = mutate(page, mutations);
      if (page.paperId === undefined) checkListing(page, document, url);
      else checkPaperPage(page, document);
      countPage();
    }),
    { numRuns: countOr(120), ...(givenPath && { path: givenPath }) },
  );
});

function checkListing({ now }: Page, document: Document, url: URL): void {
  const {
    result: listing,
    work,
    size,
  } = readingWork(document, () => reader.readListing(document, url, now));
  expect(work).toBeLessThan(MOST_WORK * size);
  if (listing === undefined) return;
  const { reading, cards } = listing;
  expect(reading.cardsFound).toBeGreaterThanOrEqual(reading.cards.length);
  expect(cards.map(({ paperId }) => paperId)).toEqual(reading.cards.map(({ paper }) => paper.id));
  expect(new Set(cards.map(({ paperId }) => paperId)).size).toBe(cards.length);
  const { kind, period } = reading.listing;
  for (const [index, { paper, rank }] of reading.cards.entries()) {
    expect(rank).toBeGreaterThan(reading.cards[index - 1]?.rank ?? 0);
    const { element, title } = cards[index]!;
    expect(title).not.toBe('');
    const sources = [sourceOf(cardOf(element, paper.id)), ...recordsIn(document, paper.id)];
    expect(strangeFacts(paper, sources, kind === 'daily' ? period : undefined)).toEqual([]);
    expectStorable(paper);
  }
  const sent: unknown = JSON.parse(JSON.stringify({ reading, readAt: now, visitStartedAt: now }));
  expect(v.safeParse(PAYLOADS['listing.record'], sent).issues).toBeUndefined();
}

function checkPaperPage({ now, paperId }: Page, document: Document): void {
  const {
    result: paper,
    work,
    size,
  } = readingWork(document, () => paperReader.readPaperPage(document, paperId!, now));
  expect(work).toBeLessThan(MOST_WORK * size);
  expect(paper.id).toBe(paperId);
  const sources = [sourceOf(document.documentElement), ...recordsIn(document, paper.id)];
  expect(strangeFacts(paper, sources, undefined)).toEqual([]);
  expectStorable(paper);
  const sent: unknown = JSON.parse(JSON.stringify({ paper }));
  expect(v.safeParse(PAYLOADS['paper.record'], sent).issues).toBeUndefined();
}

function recordsIn(document: Document, id: PaperId) {
  const roots = [...document.querySelectorAll('[data-props]')];
  return roots.map((root) => recordsOf(root.getAttribute('data-props') ?? '', id));
}

/** The row passes the check of stored rows, also after another reading. */
function expectStorable(paper: Paper): void {
  expect(isPaperId(paper.id)).toBe(true);
  const row = mergeReading(undefined, paper, 1, 1);
  expect(soundPaper(row.id, row)).toBe(row);
  const later = mergeReading({ ...row, title: 'Before', upvotes: 3 }, paper, 2, 2);
  expect(soundPaper(later.id, later)).toBe(later);
}

test.each([
  ['deeply nested', `${'<div>'.repeat(400)}${'word '.repeat(400)}${'</div>'.repeat(400)}`],
  ['with many links in one element', `<div>${'<a href="/someone">someone</a> '.repeat(900)}</div>`],
])('a paper page %s takes work that is linear', (_, markup) => {
  const texts = `<div>${ID}</div><h1>Glow</h1><h2>Abstract</h2>${markup}`;
  const document = parse(`<html><body><main>${texts}</main></body></html>`);
  const { work, size } = readingWork(document, () => paperReader.readPaperPage(document, ID, 1));
  expect(work).toBeLessThan(20 * size);
});

test('a fact of another card is noticed', () => {
  const page = pages.find(({ name }) => name === 'huggingface--daily.html')!;
  const { document } = mutate(page, []);
  const { reading, cards } = reader.readListing(document, page.url, page.now)!;
  const [one, other] = reading.cards;
  const sources = [sourceOf(cards[0]!.element), ...recordsIn(document, one!.paper.id)];
  const { id: _, ...facts } = other!.paper;
  for (const [field, value] of Object.entries(facts)) {
    // Small numbers may occur in both.
    if (typeof value === 'number' && value < 10) continue;
    if (JSON.stringify(value) === JSON.stringify(Reflect.get(one!.paper, field))) continue;
    const mixed = { ...one!.paper, [field]: value };
    expect(strangeFacts(mixed, sources, undefined).length, field).toBeGreaterThan(0);
  }
});
