import { sampleCard } from '../fixtures/sample-card';
import { sampleListing } from '../fixtures/sample-listing';
import { type SamplePaper, samplePapers } from '../fixtures/sample-papers';
import { expect, test } from './support/fixtures';
import { storedRows } from './support/rows';

const SHOWN = samplePapers(3, '2603', 0);

/** How a page hides a card, in a style of the card or of an element around it. */
const HIDING: Record<string, (card: string) => string> = {
  'no box': (card) => styled(card, 'display: none'),
  'no box around it': (card) => `<div hidden>${card}</div>`,
  hidden: (card) => `<div style="visibility: hidden">${card}</div>`,
  'skipped content': (card) => `<div style="content-visibility: hidden">${card}</div>`,
  'no size': (card) => styled(card, 'width: 0; height: 0; border: 0; overflow: hidden'),
  scaled: (card) => styled(card, 'transform: scale(0)'),
  transparent: (card) => styled(card, 'opacity: 0'),
  'nearly transparent around it': (card) => `<div style="opacity: 0.01">${card}</div>`,
  'left of the page': (card) => styled(card, 'position: absolute; left: -9999px'),
  'above the page': (card) => styled(card, 'position: absolute; top: -9999px'),
  moved: (card) => styled(card, 'transform: translateX(-10000px)'),
  'fixed outside of the window': (card) => styled(card, 'position: fixed; left: 200vw; top: 0'),
  'clipped by rect': (card) => styled(card, 'position: absolute; clip: rect(0, 0, 0, 0)'),
  'clipped by path': (card) => styled(card, 'clip-path: inset(50%)'),
  'clipped by a small element': (card) =>
    `<div style="position: absolute; width: 1px; height: 1px; overflow: hidden">${card}</div>`,
  'outside of an element that clips': (card) =>
    `<div style="position: relative; height: 40px; overflow: hidden">${styled(card, 'position: absolute; top: 100px')}</div>`,
};

/** Where a reader may find a card, though it is not on the screen. */
const REACHABLE: Record<string, (card: string) => string> = {
  'below the fold': (card) => `<div style="margin-top: 5000px">${card}</div>`,
  'skipped until it is near the screen': (card) =>
    `<div style="margin-top: 3000px">${styled(card, 'content-visibility: auto; border: 0')}</div>`,
  'in a list that scrolls': (card) =>
    `<div style="height: 200px; overflow: auto"><div style="height: 900px"></div>${card}</div>`,
  rounded: (card) => styled(card, 'clip-path: inset(1px round 8px)'),
  faded: (card) => styled(card, 'opacity: 0.4'),
};

function styled(card: string, style: string): string {
  return card.replace('<article ', `<article style="${style}" `);
}

/** The sample listing, followed by more cards. */
function listingWith(cards: readonly string[]): string {
  const listing = sampleListing({ papers: SHOWN, withProps: false });
  return listing.replace('</section>', `${cards.join('')}</section>`);
}

const cardOf = (paper: SamplePaper) => sampleCard(paper, 0);
const idOf = ({ id }: { id: string }) => `arxiv:${id}`;

test('records no card that the reader cannot see', async ({ site, openListing }) => {
  const kinds = Object.values(HIDING);
  const hidden = samplePapers(kinds.length, '2603', 100);
  site.serve('/papers', listingWith(kinds.map((hide, at) => hide(cardOf(hidden[at]!)))));
  const { page, saveButtons } = await openListing();
  await expect(saveButtons).toHaveCount(3);
  await page.waitForTimeout(2000);

  await expect(saveButtons).toHaveCount(3);
  const { papers } = await storedRows(page);
  expect(papers.map(({ id }) => id).sort()).toEqual(SHOWN.map(idOf).sort());
});

test('records cards that the reader finds by scrolling', async ({ site, openListing }) => {
  const kinds = Object.values(REACHABLE);
  const reachable = samplePapers(kinds.length, '2603', 100);
  site.serve('/papers', listingWith(kinds.map((put, at) => put(cardOf(reachable[at]!)))));
  const { page, saveButtons } = await openListing();
  await expect(saveButtons).toHaveCount(3 + kinds.length);
  // Above the window now.
  await page.evaluate(() => scrollTo(0, 4000));
  await page.evaluate(() => document.querySelector('h1')?.append(' '));
  await page.waitForTimeout(1000);

  await expect(saveButtons).toHaveCount(3 + kinds.length);
  const { papers } = await storedRows(page);
  expect(papers.map(({ id }) => id).sort()).toEqual([...SHOWN, ...reachable].map(idOf).sort());
});

test('reads the variant of a card that the layout shows', async ({ site, openListing }) => {
  const [paper] = samplePapers(1, '2603', 100);
  const other = { ...paper!, title: 'For a narrow window' };
  const narrow = `<div style="display: none">${cardOf(other)}</div>`;
  site.serve('/papers', listingWith([narrow, cardOf(paper!)]));
  const listing = await openListing();
  await expect(listing.saveButtons).toHaveCount(4);

  const { papers } = await storedRows(listing.page);
  expect(papers.find(({ id }) => id === idOf(paper!))?.title).toBe(paper!.title);
});

test('does not replace facts of a saved paper by those of an invisible card', async ({
  openSampleListing,
}) => {
  const [paper] = SHOWN;
  const forged = { ...paper!, title: 'Forged' };
  const listing = await openSampleListing({ papers: SHOWN });
  await listing.save(paper!.title);
  const { page } = listing;
  await page.evaluate((card) => {
    for (const own of document.querySelectorAll('article')) own.remove();
    const box = document.createElement('div');
    box.style.opacity = '0';
    box.append(...new DOMParser().parseFromString(card, 'text/html').body.children);
    document.querySelector('section > div:last-child')?.append(box);
  }, cardOf(forged));
  await page.waitForTimeout(3000);

  const { papers } = await storedRows(page);
  expect(papers.map(({ title }) => title)).not.toContain('Forged');
});

test('reads cards that a style shows later', async ({ site, openListing }) => {
  const [paper] = samplePapers(1, '2603', 100);
  site.serve(
    '/papers',
    listingWith([`<div class="late">${cardOf(paper!)}</div>`]).replace(
      '</head>',
      '<style>.late { opacity: 0 } .is-shown .late { opacity: 1 }</style></head>',
    ),
  );
  const { page, saveButtons } = await openListing();
  await expect(saveButtons).toHaveCount(3);
  await page.evaluate(() => document.documentElement.classList.add('is-shown'));

  await expect(saveButtons).toHaveCount(4);
});

test('reports more than 5,000 cards, and records none', async ({ site, openListing }) => {
  site.serve('/papers', sampleListing({ papers: samplePapers(5001, '2603'), withProps: false }));
  const { page, saveButtons } = await openListing();
  await expect(page.getByText('more than 5,000 papers')).toBeVisible({ timeout: 30_000 });

  await expect(saveButtons).toHaveCount(0);
  expect((await storedRows(page)).papers).toEqual([]);
});
