import type { Page } from '@playwright/test';

/**
 * The papers of cards at least half on screen. Scrolls a little until no card is near the limit.
 */
export async function papersOnScreen(page: Page): Promise<string[]> {
  for (let nudges = 0; nudges < 20; nudges += 1) {
    const ids = await idsOnScreen(page);
    if (ids !== undefined) return ids;
    await page.evaluate(() => scrollBy({ top: 30, behavior: 'instant' }));
  }
  throw new Error('Half of a card was on screen at every scroll position.');
}

/** Undefined when a card is near the limit. */
async function idsOnScreen(page: Page): Promise<string[] | undefined> {
  const cards = await page.locator('article').evaluateAll((all) =>
    all.map((card) => {
      const { top, bottom, height } = card.getBoundingClientRect();
      const shown = Math.min(bottom, innerHeight) - Math.max(top, 0);
      const link = card.querySelector('h3 a');
      return { id: link?.getAttribute('href')?.split('/').at(-1) ?? '', part: shown / height };
    }),
  );
  if (cards.some(({ part }) => part > 0.4 && part < 0.6)) return undefined;
  return cards.filter(({ part }) => part > 0.5).map(({ id }) => id);
}

/** The paper id and the marks of each card. */
export function marksIn(page: Page): Promise<string[][]> {
  return page.locator('article').evaluateAll((cards) =>
    cards.map((card) => {
      const link = card.querySelector('h3 a');
      const shadowRoot = card.querySelector('[data-papershelf]')?.shadowRoot;
      const marks = [...(shadowRoot?.querySelectorAll('.ps-card-marks > *') ?? [])];
      return [
        link?.getAttribute('href')?.split('/').at(-1) ?? '',
        ...marks.map(({ textContent }) => textContent),
      ];
    }),
  );
}

/** The displayed days of the digest with the titles of their papers. */
export function daysIn(page: Page): Promise<[day: string, titles: string[]][]> {
  return page
    .locator('.digest-day')
    .evaluateAll((days) =>
      days.map((day) => [
        day.querySelector('time')?.dateTime ?? '',
        [...day.querySelectorAll('h4')].map(({ textContent }) => textContent),
      ]),
    );
}
