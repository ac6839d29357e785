import type { Page } from '@playwright/test';
import { sampleCard } from '../fixtures/sample-card';
import { sampleListing, sampleTitles } from '../fixtures/sample-listing';
import { samplePapers } from '../fixtures/sample-papers';
import { chromeExtension } from '../run/paths';
import type { ListingPage } from './support/listing-page';
import { expect, test } from './support/fixtures';
import { focusFirstCard } from './support/keyboard';
import { type Rows, storedRows } from './support/rows';

/*
 * The page as an attacker: what `evaluate` runs is a script of the page. The first group attacks the
 * build that is shipped, whose roots are closed; there the reader's clicks are made by place.
 */

const COUNT = 12;
const [first] = sampleTitles;

/** Where our buttons are on a card, px from its top right corner. */
const PLACES = { save: 23, dismiss: 59 } as const;

async function clickOn(page: Page, card: number, what: keyof typeof PLACES): Promise<void> {
  const article = page.locator('article').nth(card);
  await article.scrollIntoViewIfNeeded();
  const box = (await article.boundingBox())!;
  await page.mouse.click(box.x + box.width - PLACES[what], box.y + 23);
}

const savedIds = ({ entries }: Rows) => entries.filter(({ removedAt }) => !removedAt).length;

test.describe('on the build that is shipped', () => {
  test.use({ extensionDir: chromeExtension });

  /** A listing whose first paper is saved and whose second is dismissed, opened again. */
  async function openUsed(
    openSampleListing: (options?: { count: number }) => Promise<ListingPage>,
  ): Promise<Page> {
    const { page } = await openSampleListing({ count: COUNT });
    await expect(page.locator('[data-papershelf]')).toHaveCount(COUNT + 1);
    await clickOn(page, 0, 'save');
    await expect.poll(async () => savedIds(await storedRows(page))).toBe(1);
    await clickOn(page, 1, 'dismiss');
    await page.waitForTimeout(500);
    await page.mouse.move(0, 0);
    await page.reload();
    await expect(page.locator('[data-papershelf]')).toHaveCount(COUNT + 1);
    await page.waitForTimeout(1500);
    return page;
  }

  test('shows no difference between saved, dismissed and other cards', async ({
    openSampleListing,
  }) => {
    const page = await openUsed(openSampleListing);
    const seen = await page.locator('article').evaluateAll((cards) =>
      cards.map((card) => {
        const own = card.querySelector<HTMLElement>('[data-papershelf]')!;
        const [outer, inner] = [card.getBoundingClientRect(), own.getBoundingClientRect()];
        const style = getComputedStyle(own);
        let internals = 'no internals';
        try {
          internals = String((own as HTMLElement).attachInternals().shadowRoot);
        } catch {}
        const hits = (['x', 'y'] as const).flatMap(() =>
          [23, 59, 90, 140].map(
            (right) => document.elementFromPoint(outer.right - right, outer.top + 23) === own,
          ),
        );
        return JSON.stringify({
          html: own.outerHTML,
          root: own.shadowRoot,
          internals,
          text: own.innerText + own.textContent,
          offsets: [inner.width - outer.width, inner.height - outer.height],
          scroll: [own.scrollWidth - outer.width, own.scrollHeight - outer.height].map(Math.round),
          boxes: own.getClientRects().length,
          // Sizes follow the card's.
          style: [...style]
            .filter((name) => !/size|width|height|inset|origin/.test(name))
            .map((name) => style.getPropertyValue(name)),
          animations: own.getAnimations({ subtree: true }).length,
          focus: own.matches(':focus, :focus-within, :hover'),
          aria: [own.ariaLabel, own.ariaPressed, own.ariaExpanded, own.role, own.title],
          hits: outer.bottom < innerHeight ? hits : 'off screen',
        });
      }),
    );

    expect(seen).toHaveLength(COUNT);
    const onScreen = seen.filter((one) => !one.includes('off screen'));
    expect(onScreen.length).toBeGreaterThan(2);
    expect(new Set(onScreen).size).toBe(1);
    expect(onScreen[0]).toContain('"root":null');
    expect(new Set(seen.filter((one) => one.includes('off screen'))).size).toBeLessThanOrEqual(1);
  });

  test('gets nothing on 3,000 invisible fake cards', async ({ openSampleListing }) => {
    const page = await openUsed(openSampleListing);
    const before = await storedRows(page);
    const [saved, dismissed, other] = samplePapers(3, '2603');
    const added = await page.evaluate(
      async (cards) => {
        const hidden = ['display: none', 'opacity: 0', 'position: fixed; left: -9999px'];
        const grid = document.querySelector('article')!.parentElement!;
        const parser = new DOMParser();
        const made = Array.from({ length: 3000 }, (_, index) => {
          const html = cards[index % cards.length]!.replaceAll(/\/papers\/[\d.]+/g, (href) =>
            index < cards.length ? href : `/papers/2602.${String(index).padStart(5, '0')}`,
          );
          const card = parser.parseFromString(html, 'text/html').body
            .firstElementChild as HTMLElement;
          card.style.cssText = hidden[index % hidden.length]!;
          return card;
        });
        // The three of known papers first, instead of the real ones.
        grid.replaceChildren(...made, ...[...grid.children].slice(cards.length));
        await new Promise((resolve) => setTimeout(resolve, 5000));
        return made.filter((card) => card.querySelector('[data-papershelf]') !== null).length;
      },
      [saved, dismissed, other].map((paper) => sampleCard({ ...paper!, title: 'Forged' }, 0)),
    );

    expect(added).toBe(0);
    const after = await storedRows(page);
    expect(after.papers.map(({ id }) => id).sort()).toEqual(
      before.papers.map(({ id }) => id).sort(),
    );
    expect(after.papers.map(({ title }) => title)).not.toContain('Forged');
    expect(after.entries).toEqual(before.entries);
  });

  test('loads nothing that styles of the page put into our elements', async ({
    openSampleListing,
    site,
  }) => {
    const leaks = () => site.requests.filter((path) => path.startsWith('/leak'));
    const page = await openUsed(openSampleListing);
    await page.evaluate(() => {
      // None that the sample page uses.
      const names = ['accent', 'accent-soft', 'accent-ink', 'surface', 'raised', 'bg'];
      const values = names.map((name) => `--${name}: url(/leak-value-${name});`).join('');
      const registered = names.map(
        (name) =>
          `@property --${name} { syntax: '<image>'; inherits: true; initial-value: url(https://huggingface.co/leak-property-${name}); }`,
      );
      const faces = ['leak', 'Segoe UI', 'Roboto'].map(
        (name) => `@font-face { font-family: '${name}'; src: url(/leak-font); }`,
      );
      const style = document.createElement('style');
      style.textContent = `[data-papershelf] { ${values} --font-ui: leak; font-family: leak; }
        ${registered.join('')} ${faces.join('')}`;
      document.head.append(style);
    });
    await clickOn(page, 2, 'save');
    await clickOn(page, 3, 'dismiss');
    await page.waitForTimeout(1500);

    expect(savedIds(await storedRows(page))).toBe(2);
    expect(leaks()).toEqual([]);
    // The page's own elements do load them.
    await page.evaluate(() => {
      const own = document.createElement('p');
      own.textContent = 'N';
      own.style.cssText = 'font-family: leak; background: url(/leak-own)';
      document.body.append(own);
    });
    await expect.poll(() => leaks().sort()).toEqual(['/leak-font', '/leak-own']);
  });

  test('is told neither the address of a script nor the id', async ({
    papershelf,
    openSampleListing,
  }) => {
    const { extensionId } = papershelf;
    await papershelf.context.addInitScript(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)), true);
      const { dispatchEvent } = EventTarget.prototype;
      EventTarget.prototype.dispatchEvent = function (event) {
        heard.push(event.type);
        return dispatchEvent.call(this, event);
      };
    });
    await papershelf.context.addInitScript((id) => {
      for (const name of ['content-script-started', 'locationchange']) {
        const type = `${id}:listing:wxt:${name}`;
        for (const target of [document, window]) {
          target.addEventListener(type, () =>
            (window as never as { heard: string[] }).heard.push(type),
          );
        }
      }
    }, extensionId);
    const page = await openUsed(openSampleListing);
    // Loads the lazy script.
    await focusFirstCard(page);
    await page.waitForTimeout(1000);
    const known = await page.evaluate(async (id) => {
      const answers = await Promise.all(
        ['listing-lazy.js', 'manifest.json', 'popup.html'].map((file) =>
          fetch(`chrome-extension://${id}/${file}`).then(
            () => file,
            () => 'no answer',
          ),
        ),
      );
      return {
        answers: [...new Set(answers)],
        resources: performance.getEntries().filter(({ name }) => name.includes('extension:'))
          .length,
        heard: (window as never as { heard: string[] }).heard,
        markup: document.documentElement.outerHTML.includes('extension:'),
      };
    }, extensionId);

    expect(known).toEqual({ answers: ['no answer'], resources: 0, heard: [], markup: false });
  });

  test('cannot end the script by an event of the library that it is built with', async ({
    papershelf,
    openSampleListing,
  }) => {
    const page = await openUsed(openSampleListing);
    await page.evaluate((id) => {
      const type = `${id}:listing:wxt:content-script-started`;
      const detail = { contentScriptName: 'listing', messageId: 'x' };
      document.dispatchEvent(new CustomEvent(type, { detail }));
    }, papershelf.extensionId);
    await clickOn(page, 2, 'save');

    await expect.poll(async () => savedIds(await storedRows(page))).toBe(2);
  });
});

test('does nothing by made-up events, even in open roots', async ({ openSampleListing }) => {
  const listing = await openSampleListing({ count: COUNT });
  const { page } = listing;
  await listing.save(first);
  // The reader's own key: there is a current card, and the lazy script.
  await focusFirstCard(page);
  await page.keyboard.press('j');
  await expect(page.locator('.ps-ring')).toHaveCount(1);
  const before = await storedRows(page);
  const added = await page.evaluate(async () => {
    const opened: string[] = [];
    new MutationObserver((records) => {
      for (const { addedNodes } of records) {
        for (const node of addedNodes) opened.push((node as Element).outerHTML);
      }
    }).observe(document.documentElement, { childList: true });
    addEventListener('click', (event) => {
      if ((event.target as Element).matches('a[download]')) opened.push('download');
    });
    const keys = ['s', 'd', 't', 'n', 'x', 'X', 'a', 'z', '?', 'o', 'Enter', ' ', 'Escape'];
    const types = ['pointerdown', 'mousedown', 'mouseup', 'click', 'dblclick', 'auxclick'];
    const attack = (target: EventTarget) => {
      const options = { bubbles: true, composed: true, cancelable: true };
      for (const key of keys) {
        for (const type of ['keydown', 'keypress', 'keyup']) {
          target.dispatchEvent(new KeyboardEvent(type, { ...options, key }));
        }
      }
      for (const type of types) target.dispatchEvent(new PointerEvent(type, options));
      for (const type of ['input', 'change', 'toggle', 'focusin']) {
        target.dispatchEvent(new Event(type, options));
      }
      if (target instanceof HTMLElement) target.click();
    };
    const hosts = [...document.querySelectorAll<HTMLElement>('[data-papershelf]')];
    const inside = hosts.flatMap(({ shadowRoot }) => [
      ...(shadowRoot?.querySelectorAll('button, input, span') ?? []),
    ]);
    if (inside.length < 20) throw new Error('The roots are closed.');
    for (const target of [window, document, document.body, ...hosts, ...inside]) attack(target);
    for (const type of ['visibilitychange', 'pagehide', 'scroll', 'focus']) {
      for (const target of [window, document]) target.dispatchEvent(new Event(type));
    }
    // A paper "opened" by a click that nobody made.
    document
      .querySelectorAll('article')[4]
      ?.querySelector<HTMLElement>('h3 a')
      ?.addEventListener('click', (event) => event.preventDefault());
    document.querySelectorAll('article')[4]?.querySelector<HTMLElement>('h3 a')?.click();
    await new Promise((resolve) => setTimeout(resolve, 2000));
    return opened;
  });

  expect(added).toEqual([]);
  const { entries, papers } = await storedRows(page);
  expect(entries).toEqual(before.entries);
  expect(papers).toHaveLength(before.papers.length);
  await expect(page.getByRole('button', { name: /^Dismiss / }).nth(3)).toHaveAttribute(
    'aria-pressed',
    'false',
  );
  await expect(page.getByRole('group', { name: 'Papershelf' })).toContainText('1 saved');
  await expect(page.getByRole('checkbox', { name: /^Select / })).toHaveCount(0);
});

test.describe('names that elements give to properties', () => {
  /** Names of every property of a document, a form and a window, and of the extension's API. */
  async function propertyNames(page: Page): Promise<string[]> {
    const names = await page.evaluate(() => {
      const all: string[] = [];
      for (const start of [document, document.createElement('form'), window]) {
        let at: object | null = start;
        for (; at; at = Object.getPrototypeOf(at) as object | null) {
          all.push(...Object.getOwnPropertyNames(at));
        }
      }
      return all.filter((name) => /^[a-z]\w+$/i.test(name));
    });
    return [...new Set([...names, 'browser', 'chrome', 'papershelfLazyUi'])];
  }

  /** A sample listing with a field for each name in a form, and an element for each in the page. */
  function withNames(names: readonly string[], place: 'around the cards' | 'in each card'): string {
    const fields = names.map((name) => `<input name="${name}" type="hidden">`).join('');
    const own = names.map((name) => `<img name="${name}" alt=""><a id="${name}"></a>`).join('');
    const page = sampleListing({ count: 3, withProps: false }).replace(
      '</body>',
      `<div hidden>${own}<form id="browser"><input name="runtime" id="x"></form></div></body>`,
    );
    return place === 'in each card'
      ? page.replaceAll('</h3>', `</h3><form>${fields}</form>`)
      : page
          .replace('<section ', `<form>${fields}<section `)
          .replace('</section>', '</section></form>');
  }

  for (const place of ['around the cards', 'in each card'] as const) {
    test(`break nothing, with a form ${place}`, async ({ site, openListing }) => {
      site.serve('/papers?blank', '<!DOCTYPE html>');
      const { page: blank } = await openListing('/papers?blank');
      const names = await propertyNames(blank);
      expect(names.length).toBeGreaterThan(500);
      site.serve('/papers', withNames(names, place));
      const { page } = await openListing();
      const evaluateCards = () =>
        page.evaluate(() =>
          [...Document.prototype.querySelectorAll.call(document, 'article')].map((card) => {
            const { right, top } = card.getBoundingClientRect();
            const root = card.querySelector('[data-papershelf]')?.shadowRoot;
            const button = root?.querySelector('.ps-card-button');
            return { x: right - 23, y: top + 23, pressed: button?.getAttribute('aria-pressed') };
          }),
        );
      const pressed = async () => (await evaluateCards()).map((card) => card.pressed);
      await expect.poll(pressed).toEqual(['false', 'false', 'false']);
      const [card] = await evaluateCards();
      await page.mouse.click(card!.x, card!.y);
      await expect.poll(pressed).toEqual(['true', 'false', 'false']);
      // By keys, with the lazy script.
      await focusFirstCard(page);
      await page.keyboard.press('j');
      await page.keyboard.press('s');
      await expect.poll(pressed).toEqual(['true', 'true', 'false']);

      const { papers, entries } = await storedRows(page);
      expect(entries).toHaveLength(2);
      expect(papers.map(({ title }) => title).sort()).toEqual(sampleTitles.slice(0, 3).sort());
      expect(papers.map(({ upvotes }) => upvotes)).not.toContain(undefined);
    });
  }
});
