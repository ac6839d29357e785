import type { Page } from '@playwright/test';
import { sampleTitles } from '../fixtures/sample-listing';
import { expect, test } from './support/fixtures';
import { bulkFrame, type ListingPage, panelFrame } from './support/listing-page';
import { storedRows } from './support/rows';

const [first] = sampleTitles;
const WORDS = 'A secret note.';

// The site's own script, which runs in the page's world.

/** Records what the page can observe from now on: keys, messages and files. */
async function spy(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    for (const type of ['keydown', 'keypress', 'keyup', 'input', 'beforeinput']) {
      addEventListener(
        type,
        (event) => seen.push(`${type} ${event instanceof KeyboardEvent ? event.key : ''}`),
        true,
      );
    }
    addEventListener('message', ({ data, origin }) => seen.push(`message ${origin} ${data}`), true);
    const { createObjectURL } = URL;
    URL.createObjectURL = (content) => {
      const url = createObjectURL(content);
      seen.push(`file ${url}`);
      return url;
    };
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) {
        for (const node of addedNodes) if (node instanceof HTMLAnchorElement) seen.push('link');
      }
    }).observe(document, { childList: true, subtree: true });
  });
  return () => page.evaluate(() => (window as never as { seen: string[] }).seen);
}

/** A listing with a saved paper that has a note. */
async function withNote(openSampleListing: () => Promise<ListingPage>): Promise<ListingPage> {
  const listing = await openSampleListing();
  await listing.save(first);
  const panel = await listing.openPanel(first);
  await panel.note.fill(WORDS);
  await expect.poll(async () => (await storedRows(listing.page)).entries[0]?.note).toBe(WORDS);
  await listing.page.keyboard.press('Escape');
  await expect(panel.note).toBeHidden();
  return listing;
}

/** The address of the open frame, which a page could learn from its own records of loads. */
const frameAddress = (page: Page) =>
  page.locator('iframe[data-view=panel]').evaluate((frame: HTMLIFrameElement) => frame.src);

test.describe('a frame of the extension', () => {
  test('shows the page no key, message or word', async ({ openSampleListing }) => {
    const listing = await withNote(openSampleListing);
    const { page } = listing;
    const seen = await spy(page);
    const panel = await listing.openPanel(first);
    await panel.note.click();
    await page.keyboard.type(' And more.');
    await panel.addTag('my tag');
    await expect(panelFrame(page).getByText('my tag', { exact: true })).toBeVisible();

    expect(await seen()).toEqual([]);
    const words = await page.evaluate(() => {
      const hosts = [...document.querySelectorAll('[data-papershelf]')];
      const frame = hosts.map((host) => host.shadowRoot?.querySelector('iframe')).find(Boolean);
      // Also what is reached through the frame's element, if the page could get it.
      return [
        document.documentElement.outerHTML,
        String(frame?.contentDocument),
        String(window[0]),
      ];
    });
    expect(words.join()).not.toContain('secret');
    expect(words.slice(1)).toEqual(['null', 'undefined']);
  });

  test('shows nothing where the page embeds it', async ({ openSampleListing }) => {
    const listing = await withNote(openSampleListing);
    const { page } = listing;
    await listing.openPanel(first);
    await expect(listing.entry.note).toHaveValue(WORDS);
    const address = await frameAddress(page);
    const seen = await spy(page);
    await page.evaluate((src) => {
      const frame = document.createElement('iframe');
      Object.assign(frame, { src, id: 'stolen' });
      document.body.prepend(frame);
      return new Promise<void>((resolve) => {
        frame.addEventListener('load', () => {
          // As the content script does, with tokens that it did not hand out.
          for (const token of ['', crypto.randomUUID()]) {
            const { port1, port2 } = new MessageChannel();
            port1.addEventListener('message', ({ data }) =>
              window.postMessage(JSON.stringify(data), '*'),
            );
            port1.start();
            frame.contentWindow?.postMessage(token, '*', [port2]);
            port1.postMessage({ kind: 'theme', dark: true });
            port1.postMessage({
              kind: 'open',
              view: { kind: 'export', papers: [], exportChoices: [{ id: 'csv', label: 'CSV' }] },
            });
          }
          resolve();
        });
      });
    }, address);
    await page.waitForTimeout(1500);

    const stolen = page.frameLocator('#stolen');
    await expect(stolen.locator('#root')).toBeEmpty();
    expect(await seen()).toEqual([]);
    // Ours goes on.
    await expect(listing.entry.note).toHaveValue(WORDS);
  });

  test('shows nothing after the page moved it in its document', async ({ openSampleListing }) => {
    const listing = await withNote(openSampleListing);
    await listing.openPanel(first);
    await expect(listing.entry.note).toHaveValue(WORDS);
    await listing.page.evaluate(() => {
      const hosts = [...document.querySelectorAll('[data-papershelf]')];
      const host = hosts.find(({ shadowRoot }) => shadowRoot?.querySelector('[data-view=panel]'));
      if (host !== undefined) document.body.append(host);
    });

    await expect(listing.entry.note).toHaveCount(0);
    await expect(panelFrame(listing.page).locator('#root')).toBeEmpty();
  });

  test('makes files that the page neither sees nor can read', async ({ openSampleListing }) => {
    const listing = await withNote(openSampleListing);
    const { page } = listing;
    await page.getByRole('button', { name: 'Select', exact: true }).click();
    await page.getByRole('checkbox', { name: `Select ${first}` }).click();
    const seen = await spy(page);
    await page.getByRole('button', { name: 'Export' }).click();
    const downloading = page.waitForEvent('download');
    await bulkFrame(page).getByRole('menuitem', { name: 'CSV' }).click();
    const url = (await downloading).url();

    expect(url).toMatch(/^blob:chrome-extension:/);
    expect(await seen()).toEqual([]);
    const read = await page.evaluate(
      (file) => fetch(file).then((answer) => answer.text(), String),
      url,
    );
    expect(read).toContain('TypeError');
  });
});

test.describe('clicks won by a trick', () => {
  /** Has the page show the frame in another way. */
  const restyle = (page: Page, style: Record<string, string>) =>
    page.evaluate((style) => {
      const hosts = [...document.querySelectorAll<HTMLElement>('[data-papershelf]')];
      const host = hosts.find(({ shadowRoot }) => shadowRoot?.querySelector('[data-view=panel]'));
      for (const [name, value] of Object.entries(style)) {
        host?.style.setProperty(name, value, 'important');
      }
    }, style);
  const isRemoved = async (page: Page) => ((await storedRows(page)).entries[0]?.removedAt ?? 0) > 0;

  /** The point of a control of the panel, once presses on it count. */
  async function removeAt(listing: ListingPage): Promise<{ x: number; y: number }> {
    const { removeButton } = listing.entry;
    await removeButton.click({ trial: true });
    const box = await removeButton.boundingBox();
    if (box === null) throw new Error('The panel is not shown.');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  for (const [how, style] of [
    ['is transparent', { opacity: '0.01' }],
    ['is distorted', { filter: 'blur(8px)' }],
  ] as const) {
    test(`do nothing while the frame ${how}`, async ({ openSampleListing }) => {
      const listing = await withNote(openSampleListing);
      const { page } = listing;
      await listing.openPanel(first);
      const { x, y } = await removeAt(listing);
      await restyle(page, style);
      await page.waitForTimeout(400);
      await page.mouse.click(x, y);
      await page.waitForTimeout(500);
      expect(await isRemoved(page)).toBe(false);

      await restyle(page, { opacity: '1', filter: 'none' });
      await listing.entry.removeButton.click();
      await expect.poll(() => isRemoved(page)).toBe(true);
    });
  }

  test('do nothing while the frame is covered', async ({ openSampleListing }) => {
    const listing = await withNote(openSampleListing);
    const { page } = listing;
    await listing.openPanel(first);
    const { x, y } = await removeAt(listing);
    await page.evaluate(() => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText =
        'position:fixed;inset:0;margin:0;width:100vw;height:100vh;border:0;pointer-events:none';
      document.body.append(cover);
      cover.showPopover();
    });
    await page.waitForTimeout(400);
    await page.mouse.click(x, y);
    await page.waitForTimeout(500);

    expect(await isRemoved(page)).toBe(false);
  });

  test('do nothing on a frame that was moved under the pointer', async ({ openSampleListing }) => {
    const listing = await withNote(openSampleListing);
    const { page } = listing;
    await listing.openPanel(first);
    const { x, y } = await removeAt(listing);
    await restyle(page, { transform: 'translate(-120px, 40px)' });
    await page.waitForTimeout(50);
    await page.mouse.click(x - 120, y + 40);
    await page.waitForTimeout(500);
    expect(await isRemoved(page)).toBe(false);

    await page.mouse.click(x - 120, y + 40);
    await expect.poll(() => isRemoved(page)).toBe(true);
  });

  test('do nothing on a frame that just appeared', async ({ openSampleListing }) => {
    const listing = await withNote(openSampleListing);
    const { page } = listing;
    await listing.openPanel(first);
    const { x, y } = await removeAt(listing);
    const frames = () => page.frames().filter((frame) => frame.url().endsWith('/panel.html'));
    const former = frames();
    await page.keyboard.press('Escape');
    const loadedNext = () => frames().filter((frame) => !former.includes(frame));
    await expect.poll(() => loadedNext().length).toBe(1);
    const [next] = loadedNext();
    // Stops its time.
    await next?.evaluate(() => {
      const waiting: (() => void)[] = [];
      const later = window.setTimeout.bind(window);
      const hold = (act: () => void, ms: number) =>
        ms === 300 ? waiting.push(act) : later(act, ms);
      Object.assign(window, { setTimeout: hold, goOn: () => waiting.at(-1)?.() });
    });
    await listing.openPanel(first);
    await expect(listing.entry.note).toBeVisible();
    await page.mouse.click(x, y);
    await page.waitForTimeout(500);
    expect(await isRemoved(page)).toBe(false);

    await next?.evaluate('goOn()');
    await page.mouse.click(x, y);
    await expect.poll(() => isRemoved(page)).toBe(true);
  });

  test('save and dismiss at most, outside frames', async ({ openSampleListing }) => {
    const listing = await withNote(openSampleListing);
    const { page } = listing;
    const panel = await listing.openPanel(first);
    await panel.addTag('mine');
    await panel.setStatus('Reading');
    const words = async () => {
      const { entries } = await storedRows(page);
      return entries
        .filter(({ note }) => note !== '')
        .map(({ note, tags, status, removedAt }) => ({ note, tags, status, removedAt }));
    };
    const kept = [{ note: WORDS, tags: ['mine'], status: 'reading', removedAt: 0 }];
    await expect.poll(words).toEqual(kept);
    await page.keyboard.press('Escape');
    const downloads: string[] = [];
    page.on('download', (download) => downloads.push(download.suggestedFilename()));
    await page.getByRole('button', { name: 'Select', exact: true }).click();
    await page.getByRole('checkbox', { name: `Select ${first}` }).click();
    await expect(page.getByRole('group', { name: 'Selected papers' })).toContainText('1 selected');

    const controls = page.locator('[data-papershelf] button');
    const count = await controls.count();
    expect(count).toBeGreaterThan(15);
    // Twice each, the last ones first: those are in the bar at the foot.
    for (let at = count - 1; at >= 0; at -= 1) {
      for (const _ of [1, 2]) {
        await controls
          .nth(at)
          .click({ force: true, timeout: 2000 })
          .catch(() => {});
      }
    }
    await page.waitForTimeout(500);
    expect(await words()).toEqual(kept);
    expect(downloads).toEqual([]);
  });
});
