import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { DAY_MS } from '../../../lib/shared/day';
import { openChromeExtension } from '../../run/paths';
import { DailyListSettings } from './daily-list-settings';
import { ExpectedState, type ExpectedMarks } from './expected-state';
import { type ListingPage, panelFrame } from './listing-page';
import { daysIn, marksIn, papersOnScreen } from './on-screen';
import { Papershelf, type LaunchOptions } from './papershelf';
import { withFastTimers } from './fast-extension';
import type { WeekLists } from './week-lists';
import { listPath, WeekSite, type WeekPage } from './week-site';

/** The extension API, as used here. */
declare const chrome: { action: { getBadgeText(details: object): Promise<string> } };

/** A card counts as seen after a second on screen, and is reported within another; ms. */
const SEEN_DELAY = 1100;
const REPORT_DELAY = 1100;

/**
 * A simulated week of reading. Each sitting restarts the browser on the same profile with a shifted
 * clock, and compares the extension with the expected state.
 */
export class SimulatedWeek {
  readonly state = new ExpectedState();
  #papershelf: Papershelf | undefined;
  #ahead = 0;
  #requests = 0;

  constructor(
    private readonly options: Pick<LaunchOptions, 'executablePath' | 'profile' | 'site'>,
    private readonly lists: WeekLists,
  ) {}

  /** Starts a sitting at `time` (`2026-03-09T09:00`, UTC). @returns the site at that time */
  async startSitting(time: string, { continues = false } = {}): Promise<WeekSite> {
    await this.close();
    const start = Date.parse(`${time}Z`);
    this.state.startSitting(start, continues);
    this.#ahead = start - Date.now();
    const folder = join(this.options.profile, 'extension');
    const extensionDir = await withFastTimers(openChromeExtension, folder, {
      ahead: this.#ahead,
      startsSlowly: true,
    });
    const viewport = { width: 1280, height: 1800 };
    const options = { ...this.options, extensionDir, viewport, timeZone: 'UTC' };
    this.#papershelf = await Papershelf.launch(options);
    const site = new WeekSite(this.lists, start);
    site.serve(this.options.site, []);
    return site;
  }

  async close(): Promise<void> {
    await this.#papershelf?.close();
    this.#papershelf = undefined;
  }

  get papershelf(): Papershelf {
    if (this.#papershelf === undefined) throw new Error('No sitting was started.');
    return this.#papershelf;
  }

  async open(site: WeekSite, page: WeekPage): Promise<ListingPage> {
    site.serve(this.options.site, [page]);
    const marks = this.state.opened(page.listing, page.records, this.#now());
    const listing = await this.papershelf.openListing(page.path);
    await this.#expectListing(listing, marks);
    return listing;
  }

  /** In-page navigation as by the site's script: the cards follow the URL after a delay. */
  async goTo(listing: ListingPage, page: WeekPage): Promise<void> {
    const marks = this.state.opened(page.listing, page.records, this.#now());
    await listing.page.evaluate(
      async ([path, html]) => {
        scrollTo(0, 0);
        history.pushState(null, '', path);
        await new Promise((resolve) => setTimeout(resolve, 300));
        const other = new DOMParser().parseFromString(html, 'text/html');
        const grid = document.querySelector('article')?.parentElement;
        grid?.replaceChildren(...other.querySelectorAll('article'));
      },
      [page.path, page.html] as const,
    );
    await this.#expectListing(listing, marks);
  }

  async scrollThrough({ page }: ListingPage): Promise<void> {
    const [last = ''] = (await marksIn(page)).at(-1) ?? [];
    for (let isMore = true; isMore;) {
      isMore = !(await this.#view(page)).includes(last);
      await page.evaluate(() => scrollBy({ top: innerHeight * 0.8, behavior: 'instant' }));
    }
    await waitInPage(page, REPORT_DELAY);
  }

  async viewTop({ page }: ListingPage): Promise<void> {
    await this.#view(page);
    await waitInPage(page, REPORT_DELAY);
  }

  async save(listing: ListingPage, { id, title }: { id: string; title: string }): Promise<void> {
    await listing.save(title);
    this.state.save(id);
  }

  async dismiss(listing: ListingPage, { id, title }: { id: string; title: string }): Promise<void> {
    const button = listing.page.getByRole('button', { name: `Dismiss ${title}`, exact: true });
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    this.state.dismiss(id);
  }

  async markRead(
    listing: ListingPage,
    { id, title }: { id: string; title: string },
  ): Promise<void> {
    const panel = await listing.openPanel(title);
    await panel.setStatus('Read');
    await listing.page.keyboard.press('Escape');
    this.state.read.add(id);
  }

  async switchOnDailyList(): Promise<void> {
    const settings = await DailyListSettings.open(this.papershelf);
    await settings.choose('Once a day');
    await expect(settings.section).toContainText('Last fetched just now');
    await settings.page.close();
  }

  /** Expects requests for exactly these days since the last call. */
  async expectFetched(site: WeekSite, days: readonly string[]): Promise<void> {
    const requested = () => this.options.site.requests.filter((path) => path.startsWith('/api/'));
    const expected = days.map(listPath);
    await expect
      .poll(() => requested().slice(this.#requests), { timeout: 30_000 })
      .toEqual(expected);
    this.#requests = requested().length;
    for (const day of days) this.state.fetched(day, site.list(day));
  }

  async expectBadge(): Promise<void> {
    const count = this.state.missed().flatMap(([, titles]) => titles).length;
    await this.expectBadgeToBe(count === 0 ? '' : String(count));
  }

  async expectBadgeToBe(text: string): Promise<void> {
    const { context } = this.papershelf;
    const badge = async () => {
      const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
      return worker.evaluate(() => chrome.action.getBadgeText({}));
    };
    await expect.poll(badge).toBe(text);
  }

  /** Expects the missed papers in the digest, and its start. */
  async expectDigest(period: 'last visit' | '7 days' = 'last visit'): Promise<void> {
    const sinceLastVisit = this.state.missed();
    const since = new Date(this.#now() - 7 * DAY_MS).toISOString().slice(0, 10);
    const days = period === 'last visit' ? sinceLastVisit : this.state.missed(since);
    const page = await this.papershelf.context.newPage();
    await page.goto(this.papershelf.url('library.html#/digest'));
    // The choice is stored, and the badge follows it.
    const choose = (name: string) => page.getByRole('radio', { name }).check();
    await choose('Since last visit');
    const count = sinceLastVisit.flatMap(([, titles]) => titles).length;
    const place = page.getByRole('link', { name: /^Digest/ });
    await expect(place).toHaveText(count === 0 ? 'Digest' : `Digest${count}`);
    if (period === '7 days') await choose('7 days');
    await expect.poll(() => daysIn(page)).toEqual(days);
    if (period === 'last visit' && this.state.lastVisit !== undefined) {
      const words = `Listed since your last visit (${this.#when(this.state.lastVisit)}) and not yet`;
      await expect
        .poll(async () => withoutLastDigits(await page.locator('body').innerText()))
        .toContain(words);
    }
    await choose('Since last visit');
    await page.close();
  }

  async expectHistory(listing: ListingPage, id: string, title: string): Promise<void> {
    await listing.openPanel(title);
    const panel = panelFrame(listing.page).getByRole('dialog', {
      name: `In your library, ${title}`,
    });
    const readings = this.state.history(id);
    const [first, last] = [readings[0], readings.at(-1)];
    if (first === undefined || last === undefined) throw new Error(`${id} was never shown.`);
    const went = (name: 'comments' | 'stars') => {
      const [from, to] = [first[name], last[name]].map((count = 0) => count.toLocaleString('en'));
      return from === to ? from : `${from} → ${to}`;
    };
    const from = first.upvotes.toLocaleString('en');
    const to = last.upvotes.toLocaleString('en');
    const since = this.#when(first.at);
    const lines = [
      `First seen ${since}`,
      `Upvotes: ${from} → ${to}`,
      `Comments: ${went('comments')}`,
      ...(last.stars === undefined ? [] : [`GitHub stars: ${went('stars')}`]),
    ];
    const line = panel.getByRole('img', { name: `Upvotes: from ${from} to ${to} since` });
    await expect(line).toBeVisible();
    await expect(panel.getByRole('img', { name: 'Comments: from' })).toBeVisible();
    await expect
      .poll(async () =>
        (await panel.locator('.ps-history p').allInnerTexts()).map(withoutLastDigits),
      )
      .toEqual(lines);
    await panel.getByText('Day by day').click();
    const days = new Map(readings.map((reading) => [shortDay(reading.at), reading]));
    const rows = [...days].reverse().map(([day, { upvotes }]) => [day, String(upvotes)]);
    const cells = panel
      .getByRole('row')
      .filter({ has: panelFrame(listing.page).getByRole('cell') });
    await expect
      .poll(() =>
        cells.evaluateAll((all) =>
          all.map(({ children }) =>
            [...children].slice(0, 2).map(({ textContent }) => textContent),
          ),
        ),
      )
      .toEqual(rows);
    await listing.page.keyboard.press('Escape');
  }

  /** @returns the papers on screen */
  async #view(page: Page): Promise<string[]> {
    const ids = await papersOnScreen(page);
    await waitInPage(page, SEEN_DELAY);
    this.state.saw(ids);
    return ids;
  }

  async #expectListing(listing: ListingPage, marks: readonly ExpectedMarks[]): Promise<void> {
    const { saved, read, lastVisit } = this.state;
    const among = (ids: ReadonlySet<string>) => marks.filter(({ id }) => ids.has(id)).length;
    const since =
      lastVisit === undefined ? 'on your first visit' : `since ${this.#when(lastVisit)}`;
    const bar = [
      `${marks.length} papers`,
      `${marks.filter(({ isNew }) => isNew).length} new ${since}`,
      `${among(saved)} saved${among(read) > 0 ? ` · ${among(read)} read` : ''}`,
    ];
    const words = listing.page.locator('.ps-page-bar strong, .ps-page-bar-counts > *');
    await expect
      .poll(async () => (await words.allInnerTexts()).map(withoutLastDigits))
      .toEqual(bar);
    const cards = marks.map(({ id, isNew, rise }) => [
      id,
      ...(isNew ? ['New'] : []),
      ...(rise === undefined ? [] : [`+${rise.by} since ${this.#when(rise.since)}`]),
    ]);
    await expect
      .poll(async () => (await marksIn(listing.page)).map((card) => card.map(withoutLastDigits)))
      .toEqual(cards);
  }

  #now(): number {
    return Date.now() + this.#ahead;
  }

  /** A time as displayed after "since". */
  #when(time: number): string {
    const words = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', ...options }).format(time);
    const days = Math.floor(this.#now() / DAY_MS) - Math.floor(time / DAY_MS);
    if (days === 0)
      return withoutLastDigits(`today, ${words({ hour: 'numeric', minute: '2-digit' })}`);
    return words(days < 7 ? { weekday: 'long' } : { month: 'short', day: 'numeric' });
  }
}

/**
 * Waits `ms` by the page's own event loop, after it has been drawn: a busy machine delays this wait
 * as much as the observers and timers of the content script, which come first.
 */
async function waitInPage(page: Page, ms: number): Promise<void> {
  await page.evaluate(async (ms) => {
    const drawn = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await drawn();
    await drawn();
    await new Promise((resolve) => setTimeout(resolve, ms));
  }, ms);
}

/** Removes the last digit of times, since the test takes time, and normalizes spaces. */
function withoutLastDigits(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/(\d:\d)\d/g, '$1x');
}

/** `Mar 9`, in UTC. */
function shortDay(time: number): string {
  const options = { month: 'short', day: 'numeric', timeZone: 'UTC' } as const;
  return new Date(time).toLocaleDateString('en-US', options);
}
