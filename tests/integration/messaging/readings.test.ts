/** The background must accept what sites read: a schema that is too strict loses listings. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { PAYLOADS } from '@/lib/messaging/protocol';
import type { ListingReading } from '@/lib/papers/listing';
import { paperReader, reader } from '@/lib/sites/huggingface/reader';
import { readers } from '@/lib/sites/readers';
import { capturesIn, readCapture } from '../../fixtures/captures';
import { parsers } from '../../unit/sites/dom';

const parse = parsers.linkedom!;
const VISIT_STARTED_AT = Date.UTC(2026, 8, 28, 9);
const READ_AT = VISIT_STARTED_AT - 1;

function received(reading: ListingReading) {
  const sent: unknown = JSON.parse(
    JSON.stringify({ reading, readAt: READ_AT, visitStartedAt: VISIT_STARTED_AT }),
  );
  return v.safeParse(PAYLOADS['listing.record'], sent);
}

function expectAccepted(reading: ListingReading): void {
  const parsed = received(reading);
  expect(parsed.issues).toBeUndefined();
  expect(parsed.output).toStrictEqual({
    reading,
    readAt: READ_AT,
    visitStartedAt: VISIT_STARTED_AT,
  });
}

const fixtures = resolve(import.meta.dirname, '../../fixtures/sites');
const pages = readdirSync(fixtures).filter((file) => file.endsWith('.html'));
const ownPages = pages.filter((file) => file.includes('--paper'));
const listings = pages.filter((file) => !ownPages.includes(file));

/** The first line of a fixture gives its URL and the time of reading. */
function readFixture(file: string) {
  const html = readFileSync(resolve(fixtures, file), 'utf8');
  const [firstLine = ''] = html.split('\n', 1);
  const { url, now } = JSON.parse(firstLine.slice('<!--'.length, -'-->'.length));
  return { html: html.slice(firstLine.length + 1), url: new URL(url), now: Date.parse(now) };
}

describe('the background accepts the reading of a fixture unchanged', () => {
  test.each(listings)('%s', (file) => {
    const { html, url, now } = readFixture(file);
    const site = readers.find(({ matches }) => matches(url))!;
    const listing = site.readListing(parse(html), url, now);
    // Look-alikes are not listings.
    expect(listing === undefined).toBe(file.includes('look-alike'));
    if (listing !== undefined) expectAccepted(listing.reading);
  });

  test.each(ownPages)('%s', (file) => {
    const { html, url, now } = readFixture(file);
    const id = reader.paperAt(url)!;
    const paper = paperReader.readPaperPage(parse(html), id, now);
    const parsed = v.safeParse(PAYLOADS['paper.record'], JSON.parse(JSON.stringify({ paper })));
    expect(parsed.issues).toBeUndefined();
    expect(parsed.output).toStrictEqual({ paper });
  });
});

describe('the background accepts the readings of a page at other addresses', () => {
  const addresses = ['', '/trending', '/week/2026-W11', '?q=reasoning', '?date=2026-03-12'];

  const read = (html: string, path: string) =>
    reader.readListing(
      parse(html),
      new URL(`https://huggingface.co/papers${path}`),
      VISIT_STARTED_AT,
    );

  test.each(listings.filter((file) => !file.includes('look-alike')))('%s', (file) => {
    const { html } = readFixture(file);
    for (const path of addresses) expectAccepted(read(html, path)!.reading);
  });

  test.each(capturesIn('rendered').filter((file) => file.endsWith('.html')))('%s', (file) => {
    for (const path of addresses) {
      const listing = read(readCapture(file), path);
      expect(listing?.reading.cards.length).toBeGreaterThan(0);
      expectAccepted(listing!.reading);
    }
  });
});

describe('the background accepts the reading of changed props', () => {
  const { html, url, now } = readFixture('huggingface--daily.html');
  const PROPS = /(data-target="DailyPapers") data-props="([^"]*)"/;
  const props = JSON.parse(
    parse(html).querySelector('[data-target="DailyPapers"]')!.getAttribute('data-props')!,
  );
  const withProps = (changed: unknown) =>
    html.replace(PROPS, (_, root: string) => {
      const json = JSON.stringify(changed).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
      return `${root} data-props="${json.replaceAll('<', '&lt;')}"`;
    });
  const readWith = (changed: unknown) =>
    reader.readListing(parse(withProps(changed)), url, now)!.reading;

  /** Valid, almost valid and invalid values. */
  const value = fc.oneof(
    fc.jsonValue(),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.double(),
    fc.constantFrom(
      '2026-02-30T00:00:00.000Z',
      '2026-01-30T25:99:00+99:99',
      '-000001-01-01T00:00:00Z',
      '2026-01-30T00:00:00.000Z',
      'https://a.example/b',
      'HTTPS://A.EXAMPLE/b c',
      'https://',
      'javascript:alert(1)',
      '1e400',
      1e21,
      -0,
      -1,
      0.5,
      Number.MAX_SAFE_INTEGER + 1,
      '\ud800',
      '\u0000',
      ' ',
      '__proto__',
    ),
    fc
      .constantFrom('name', 'fullname', 'user', 'id')
      .chain((key) => fc.jsonValue().map((inner) => ({ [key]: inner, name: inner }))),
    fc.array(fc.oneof(fc.jsonValue(), fc.record({ name: fc.jsonValue() })), { maxLength: 3 }),
  );
  const [item] = props.dailyPapers;
  const ofItem = fc.constantFrom(...Object.keys(item), 'organization', 'submitterOrganization');
  const ofPaper = fc.constantFrom(
    ...Object.keys(item.paper),
    'projectPage',
    'githubStars',
    'submittedOnDailyBy',
    'thumbnail',
  );
  const ofPage = fc.constantFrom(...Object.keys(props), 'searchResults', 'query', 'date');

  test('which are valid when unchanged', () => {
    expect(item.paper.id).toBeTypeOf('string');
    expect(readWith(props).cards[0]?.paper.authors).toBeDefined();
  });

  test.each([
    [
      'in an item',
      ofItem,
      (name: string, to: unknown) => ({
        ...props,
        dailyPapers: [{ ...item, [name]: to }, ...props.dailyPapers.slice(1)],
      }),
    ],
    [
      'in a paper',
      ofPaper,
      (name: string, to: unknown) => ({
        ...props,
        dailyPapers: [
          { ...item, paper: { ...item.paper, [name]: to } },
          ...props.dailyPapers.slice(1),
        ],
      }),
    ],
    ['in the whole', ofPage, (name: string, to: unknown) => ({ ...props, [name]: to })],
  ])('%s', (_, field, change) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(field, value), { minLength: 1, maxLength: 3 }), (changes) => {
        for (const [name, to] of changes) expectAccepted(readWith(change(name, to)));
      }),
      { numRuns: 150 },
    );
  });

  test('in an answer about one paper', () => {
    const id = `arxiv:${item.paper.id}` as const;
    fc.assert(
      fc.property(ofPaper, value, (name, to) => {
        const answer: unknown = JSON.parse(JSON.stringify({ ...item.paper, [name]: to }));
        const read = reader.readPaper(answer, id) ?? null;
        const sent: unknown = JSON.parse(JSON.stringify({ paperId: id, answer: read }));
        const parsed = v.safeParse(PAYLOADS['paper.complete'], sent);
        expect(parsed.issues).toBeUndefined();
        expect(parsed.output).toStrictEqual({ paperId: id, answer: read });
      }),
      { numRuns: 500 },
    );
  });
});
