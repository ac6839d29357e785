import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type BrowserContext, chromium, expect, type Page } from '@playwright/test';
import { extensionArguments, type Papershelf, quietArguments } from '../e2e/support/papershelf';
import type { Site } from '../e2e/support/site';
import { timeEdit } from './editing';
import { measureInterleaved } from './interleave';
import { POPUP, timeToRow } from './popup';
import type { StoredPaper } from './realistic-papers';
import { openTimedPopup, timeSearch } from './search';
import { type Figure, milliseconds } from './table';

const OPENINGS = 5;
const EDITS = 15;
/** PaperMemory looks for these words in titles, authors, notes and tags, not in abstracts. */
const QUERIES = ['model', 'attention', 'language model', 'reasoning', 'vision', 'agents'];
const SEARCHES = 4 * QUERIES.length;

interface Manifest {
  version: string;
  action: { default_popup: string };
}

/** The extension API, as used here. */
interface Extension {
  storage: {
    local: {
      set(items: object, done?: () => void): Promise<void> | undefined;
    };
  };
}

/** In the page of its popup. */
interface Timed {
  /** Resolves with the time since the `input` event of the search, ms. */
  search: Promise<number>;
}

/**
 * An unpacked PaperMemory (https://github.com/vict0rsch/PaperMemory) in its own Chromium. It keeps
 * all papers in one value of `storage.local`.
 */
export class PaperMemory {
  private constructor(
    readonly context: BrowserContext,
    private readonly workerUrl: string,
    private readonly manifest: Manifest,
  ) {}

  /** @param folder with its manifest.json */
  static async launch(
    folder: string,
    options: { executablePath: string; profile: string; site: Site },
  ): Promise<PaperMemory> {
    const text = await readFile(resolve(folder, 'manifest.json'), 'utf8');
    const { executablePath, profile, site } = options;
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      args: [...extensionArguments(folder), ...quietArguments],
    });
    await site.install(context);
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    return new PaperMemory(context, worker.url(), JSON.parse(text) as Manifest);
  }

  get version(): string {
    return this.manifest.version;
  }

  get popup(): string {
    return this.manifest.action.default_popup;
  }

  url(file: string): string {
    return new URL(`/${file}`, this.workerUrl).href;
  }

  /** Stores papers in its format. */
  async store(papers: readonly StoredPaper[]): Promise<void> {
    const page = await this.context.newPage();
    await page.goto(this.url(this.popup));
    // At its first start it stores an empty library late.
    await page.waitForTimeout(3000);
    const [major = 0, minor = 0, patch = 0] = this.version.split('.').map(Number);
    const stored = papers.map(asPaperMemory);
    const byId = Object.fromEntries(stored.map((paper) => [paper.id, paper]));
    await page.evaluate(
      async (library) => {
        const { storage } = (globalThis as never as { chrome: Extension }).chrome;
        await storage.local.set({ papers: library });
      },
      { ...byId, __dataVersion: 10_000 * major + 100 * minor + patch },
    );
    await page.close();
  }

  /** Opens the popup and its list. */
  async openList(): Promise<Page> {
    const page = await this.context.newPage();
    await page.setViewportSize({ width: 400, height: 560 });
    await page.goto(this.url(this.popup));
    await page.locator('.memory-container').first().waitFor({ state: 'attached' });
    // The switch is shown before it works.
    await expect(async () => {
      await page.locator('#memory-switch').click();
      // The list slides in, then the field takes the focus.
      await page.locator('#memory-search:focus').waitFor({ timeout: 5000 });
    }).toPass();
    return page;
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}

/**
 * The same actions in both with the same papers, alternately: medians.
 *
 * A row of PaperMemory counts once it is in its list, before the reader's click shows the list.
 */
export async function comparedToPeer(papershelf: Papershelf, peer: PaperMemory): Promise<Figure[]> {
  const rows = await measureInterleaved(OPENINGS, [
    () => timeToRow(papershelf, POPUP),
    () => timeToRow(peer, { file: peer.popup, row: '.memory-container' }),
  ]);
  const list = await peer.openList();
  const popup = await openTimedPopup(papershelf);
  const edit = await measureInterleaved(EDITS, [
    () => timeEdit(popup, 'arxiv:2301.00001'),
    () => timeFavorite(list),
  ]);
  const search = await measureInterleaved(
    SEARCHES,
    [timeSearch.bind(undefined, popup), timePeerSearch.bind(undefined, list)].map((time) => {
      let round = 0;
      return () => time(QUERIES[round++ % QUERIES.length] ?? '');
    }),
  );
  await popup.close();
  await list.close();
  return [
    comparison('popup, open to first rows', rows),
    comparison('one edit, to durable', edit),
    comparison('search, from key to painted results', search),
  ];
}

function comparison(what: string, [ours = NaN, theirs = NaN]: readonly number[]): Figure {
  return {
    what,
    value: milliseconds(ours),
    baseline: `${milliseconds(theirs)} in PaperMemory`,
    ratio: (ours / theirs).toFixed(2),
    goal: '',
  };
}

/** Marks the first paper as favorite, or not. @returns ms from the click until it is stored */
function timeFavorite(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { local } = (globalThis as never as { chrome: Extension }).chrome.storage;
    const set = local.set.bind(local);
    const stored = new Promise<number>((resolve) => {
      local.set = (items, done) =>
        set(items, () => {
          resolve(performance.now());
          done?.();
        });
    });
    const start = performance.now();
    document.querySelector<HTMLElement>('.memory-item-favorite')?.click();
    const time = (await stored) - start;
    local.set = set;
    return time;
  });
}

/** @returns ms from the last character of `query` to the painted results */
async function timePeerSearch(page: Page, query: string): Promise<number> {
  const field = page.locator('#memory-search');
  // Only a key starts a search.
  await field.fill(query.slice(0, -1));
  await page.evaluate(() => {
    const timed = window as never as Timed;
    timed.search = new Promise((resolve) => {
      let since = Number.NaN;
      document.addEventListener('input', () => (since = performance.now()), {
        capture: true,
        once: true,
      });
      const observer = new MutationObserver(() => {
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - since)));
      });
      observer.observe(document.querySelector('#memory-table') ?? document, { childList: true });
    });
  });
  await field.press(query.slice(-1));
  return page.evaluate(() => (window as never as Timed).search);
}

function asPaperMemory({ paper, entry }: StoredPaper) {
  const arxivId = paper.id.replace('arxiv:', '');
  const { title } = paper;
  const year = paper.publishedOn?.slice(0, 4) ?? '';
  const author = paper.authors?.join(' and ') ?? '';
  const pdfLink = `https://arxiv.org/pdf/${arxivId}.pdf`;
  const savedAt = new Date(entry.savedAt).toJSON();
  return {
    id: `Arxiv-${arxivId}`,
    title,
    author,
    year,
    key: entry.citationKey,
    bibtex: `@article{${entry.citationKey},\n title={${title}},\n author={${author}},\n year={${year}}\n}`,
    source: 'arxiv',
    venue: '',
    doi: '',
    pdfLink,
    md: `[${title}](${pdfLink})`,
    code: {},
    codeLink: paper.githubRepo ?? '',
    // It takes tags without spaces, and at most five.
    tags: entry.tags,
    note: entry.note,
    favorite: false,
    favoriteDate: '',
    count: 1,
    addDate: savedAt,
    lastOpenDate: savedAt,
  };
}
