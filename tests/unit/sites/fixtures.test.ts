/**
 * Made-up pages in the site's markup with expected results. The first line of a page is its URL and
 * time; each pair of files is a test.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { titleOf } from '../../../lib/papers/paper';
import { paperReaders } from '../../../lib/sites/paper-readers';
import { readers } from '../../../lib/sites/readers';
import { parsers } from './dom';

const folder = resolve(import.meta.dirname, '../../fixtures/sites');
const text = (file: string) => readFileSync(resolve(folder, file), 'utf8');
const cases = readdirSync(folder)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.slice(0, -'.html'.length));

test('has fixtures', () => {
  expect(cases.length).toBeGreaterThan(15);
});

describe.each(Object.keys(parsers))('read by %s', (parser) => {
  test.each(cases)('reads %s', (name) => {
    const html = text(`${name}.html`);
    const [firstLine] = html.split('\n', 1);
    const { url, now } = JSON.parse(firstLine!.slice('<!--'.length, -'-->'.length));
    const document = parsers[parser]!(html.slice(firstLine!.length + 1));
    const address = new URL(url);
    const site = readers.find((site) => site.matches(address) || site.paperAt(address))!;
    const id = site.paperAt(address);
    if (id !== undefined) {
      const { readPaperPage } = paperReaders.find(({ origin }) => origin === site.origin)!;
      const paper = readPaperPage(document, id, Date.parse(now));
      expect(paper).toStrictEqual(JSON.parse(text(`${name}.expected.json`)));
      expect(site.readListing(document, address, Date.parse(now))).toBeUndefined();
      return;
    }
    const listing = site.readListing(document, address, Date.parse(now));
    for (const { element, paperId } of listing?.cards ?? []) {
      expect(site.paperOn(element)).toBe(paperId);
    }
    const read = listing && {
      ...listing.reading,
      cards: listing.reading.cards.map(({ rank, paper }, index) => {
        const { paperId, title, corner, element } = listing.cards[index]!;
        expect({ paperId, title }).toEqual({ paperId: paper.id, title: titleOf(paper) });
        expect(element.localName).toBe('article');
        expect(listing.container.contains(element)).toBe(true);
        expect(listing.container.className).toContain('grid gap-5');
        return { rank, corner, paper };
      }),
    };
    // Strictly, so that undefined fields count.
    expect(read ?? null).toStrictEqual(JSON.parse(text(`${name}.expected.json`)));
  });
});
