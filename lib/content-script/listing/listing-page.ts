import type { SendMessage } from '@/lib/messaging/client';
import type { PageCards } from '@/lib/messaging/page-cards';
import { revertParts, type CardFilter } from '@/lib/papers/card-filter';
import type { PageKeys } from '@/lib/keyboard/page-keys';
import { CARDS } from '@/lib/papers/limits';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { asFailure, Failure } from '@/lib/shared/failure';
import type { SiteCard, SiteListing, SiteReader } from '@/lib/sites/site-reader';
import { AuthorCompletion } from '../complete-authors';
import { preserveScroll } from '../dom/preserve-scroll';
import type { visibilityCheck } from '../dom/visibility';
import { ListingRecord } from './listing-record';
import { ListingRenderer } from './listing-renderer';
import { ListingState } from './listing-state';
import type { ListingViews } from './listing-views';
import type { PageSettings } from '../page-settings';
import { PageVisit } from './page-visit';
import { watchOpened } from '../seen/paper-links';
import { SeenReporter } from '../seen/seen-reporter';
import { SeenObserver } from '../seen/seen-observer';
import type { ShownPapers } from '../shown-papers';
import { HOUR_MS } from '@/lib/shared/day';
import { forEachInSlices } from '@/lib/shared/time-slices';
import { whenVisible } from '../dom/when-visible';

/** Delay before invisible cards are checked again, ms; doubles each time. */
const MAY_APPEAR = 500;

export interface ListingPageOptions {
  site: SiteReader;
  document: Document;
  sendMessage: SendMessage;
  settings: PageSettings;
  views: (page: ListingPage) => ListingViews;
  /** Injected: tests have no layout. */
  visibilityCheck: typeof visibilityCheck;
  /** False once the extension was updated or removed; i18n then fails. */
  isAlive: () => boolean;
  signal: AbortSignal;
}

/**
 * A site's listing in a tab, across in-page navigation: reads it, mounts views, and has readings and
 * sightings recorded.
 */
export class ListingPage {
  readonly state: ListingState;
  readonly renderer: ListingRenderer;
  readonly isAlive: () => boolean;
  readonly sendMessage: SendMessage;
  readonly site: SiteReader;
  readonly document: Document;
  readonly settings: PageSettings;
  readonly #signal: AbortSignal;
  readonly #visibilityCheck: typeof visibilityCheck;
  readonly #views: ListingViews;
  readonly #completion: AuthorCompletion;
  readonly #seen: SeenObserver;
  readonly #report: SeenReporter;
  #visit: PageVisit | undefined;
  /** Card ids, joined by spaces, and since when, ms since epoch. */
  #drawn = { ids: '', at: 0 };
  #reading = new AbortController();
  #rereading: ReturnType<typeof setTimeout> | undefined;
  #rereadAfter = MAY_APPEAR;

  constructor({
    site,
    document,
    sendMessage,
    settings,
    views,
    visibilityCheck,
    isAlive,
    signal,
  }: ListingPageOptions) {
    this.isAlive = isAlive;
    this.site = site;
    this.document = document;
    this.sendMessage = sendMessage;
    this.settings = settings;
    this.#signal = signal;
    this.#visibilityCheck = visibilityCheck;
    this.#completion = new AuthorCompletion(site, sendMessage);
    this.state = new ListingState(sendMessage, settings, (id) => {
      if (id !== undefined) this.#completeAuthors(id);
      this.renderer.draw(id);
    });
    this.#views = views(this);
    this.renderer = new ListingRenderer(this.state, this.#views, (element) =>
      this.#seen.unwatch(element),
    );
    const cardOf = (node: Element) => this.renderer.paperAt(node);
    const listingKey = () => this.state.record.listingKey;
    this.#report = new SeenReporter(document, sendMessage, listingKey, signal);
    this.#seen = new SeenObserver(document, (id) => this.#report.add(id), signal);
    watchOpened(document, site, cardOf, (id) => this.reportOpened(id), signal);
  }

  get papers(): ShownPapers {
    return this.state.papers;
  }

  /** Off without a listing. */
  get keys(): PageKeys {
    return this.settings.keysIf(this.state.listing !== undefined);
  }

  /**
   * Handles navigation to `url`, perhaps without a reload: until the cards change, they belong to
   * the previous page and are not recorded.
   */
  visit(url: URL): void {
    if (this.#visit?.isTo(url)) return;
    this.#startRecord();
    this.state.selected = undefined;
    this.state.notice = undefined;
    this.state.current = undefined;
    this.#views.closePanel();
    if (this.site.matches(url)) {
      this.#startVisit(url);
    } else {
      this.#visit = undefined;
      this.clear();
    }
  }

  /** Starts a new visit after a break, without the old marks. */
  visitAgain(): void {
    if (this.#visit === undefined) return;
    // It ended when the reader left: report nothing more of it.
    this.state.record = new ListingRecord(this.sendMessage);
    this.#startVisit(this.#visit.url);
    void this.read();
  }

  /** Reads the page; updates views and record. Retries a failed record. */
  async read(): Promise<void> {
    const visit = this.#visit;
    if (visit === undefined || !this.isAlive()) return;
    const listing = this.#readShown(visit.url);
    if (listing === undefined) {
      this.clear();
      return;
    }
    const ids = idsOf(listing).join(' ');
    if (ids !== this.#drawn.ids) this.#drawn = { ids, at: Date.now() };
    const signal = this.#startReading();
    this.state.listing = listing;
    const settings = this.settings.known();
    this.renderer.dropOthers(listing.cards);
    this.state.keepSelected(idsOf(listing));
    this.renderer.placeBar(listing.container);
    await forEachInSlices(listing.cards, (card) => this.renderer.prepare(card), signal);
    if (signal.aborted) return;
    this.renderer.place(listing.cards);
    const [isOwn] = await Promise.all([
      this.#keepRecord(visit, listing, signal),
      this.#learn(listing),
      settings,
    ]);
    if (isOwn && !signal.aborted) this.#judge(visit, listing.cards);
  }

  /** Whether a change was outside cards, or a card shows another paper or lost its view. */
  isOutdatedBy(changed: ReadonlySet<Element>): boolean {
    const cards = new Set([...changed].map((element) => this.renderer.cardAround(element)));
    return [...cards].some(
      (mounted) =>
        !mounted?.view.isPlaced || this.site.paperOn(mounted.card.element) !== mounted.card.paperId,
    );
  }

  /** Filters redrawn cards before painting; `read` does the rest. */
  reapplyFilter(): void {
    const visit = this.#visit;
    if (!this.state.filter.hasJudged(visit) || !this.renderer.hasLost()) return;
    const { cards } = this.#readShown(visit.url) ?? {};
    if (cards === undefined) return;
    this.renderer.dropOthers(cards);
    const filtered = cards.filter(({ paperId }) => this.state.card(paperId).filterEffect);
    for (const card of filtered) this.renderer.prepare(card);
    this.renderer.place(filtered);
  }

  /** Applies and stores parts of the filter, for later listings; reverts on failure. */
  filterBy(parts: Partial<CardFilter>): void {
    const former = this.state.filter.filter;
    this.#applyFilter(parts);
    this.settings.keepFilter(parts).catch((error: unknown) => {
      // The filter still works here; the outdated notice explains.
      if (!this.isAlive()) return;
      this.#applyFilter(revertParts(parts, former, this.state.filter.filter));
      const retry = () => this.filterBy(parts);
      this.state.notice = { kind: 'failed', failure: asFailure(error), retry };
    });
  }

  /** Dims hidden cards until the filter or visit changes. */
  showAll(): void {
    this.state.filter.lift();
    this.#redraw(this.state.listing?.cards ?? []);
  }

  /** Until the next visit. */
  hideSiteChange(): void {
    this.state.record.hideSiteChange();
    this.renderer.draw();
  }

  /** With its card's facts. */
  async save(id: PaperId): Promise<void> {
    const [paper] = this.papersOf((shown) => shown === id);
    if (paper !== undefined) await this.papers.save(paper);
  }

  /** In page order, with the facts that the cards show now. */
  papersOf(matches: (id: PaperId) => boolean | undefined): Paper[] {
    // The page may have changed the card since.
    void this.read();
    return this.state.papersOf(matches);
  }

  /** At once: the page may unload. */
  reportOpened(id: PaperId): void {
    this.#report.add(id);
    void this.#report.flush();
  }

  /** For the popup; undefined without a listing. */
  cards(): PageCards | undefined {
    if (this.state.listing === undefined) return undefined;
    const { listing, cardsFound } = this.state.listing.reading;
    const paperIds = idsOf(this.state.listing);
    return { listing, paperIds, newIds: paperIds.filter((id) => this.state.isNew(id)), cardsFound };
  }

  /** Refreshes papers changed elsewhere; undefined means any. */
  async onChanged(ids: readonly PaperId[] | undefined): Promise<void> {
    const shown = this.renderer.ids();
    const changed = ids === undefined ? shown : shown.filter((id) => ids.includes(id));
    // Failures are not shown: the reader did not start this.
    await this.papers.refresh(changed).catch(() => {});
  }

  /** Removes the extension's elements from the page. Idempotent. */
  clear(): void {
    this.#reading.abort();
    this.renderer.clear();
    this.state.listing = undefined;
    // Returning cards get a new time.
    this.#drawn = { ids: '', at: 0 };
  }

  /**
   * Without cards that the reader cannot see, which a page's script could add to watch the extension.
   * Cards that the filter hides count.
   */
  #readShown(url: URL): SiteListing | undefined {
    const isShown = this.#visibilityCheck();
    let isComplete = true;
    const counts = (card: Element) => {
      const isCounted = this.renderer.isHidden(card) || isShown(card);
      isComplete &&= isCounted;
      return isCounted;
    };
    const listing = this.site.readListing(this.document, url, Date.now(), counts);
    clearTimeout(this.#rereading);
    // A style may show the others without changing elements.
    if (!isComplete) {
      this.#rereadAfter = Math.min(2 * this.#rereadAfter, HOUR_MS);
      this.#rereading = setTimeout(() => void this.read(), this.#rereadAfter);
    }
    if (listing === undefined || !hasTooMany(listing)) return listing;
    return { ...listing, cards: [], reading: { ...listing.reading, cards: [] } };
  }

  #applyFilter(parts: Partial<CardFilter>): void {
    this.state.filter.use(parts);
    const visit = this.#visit;
    if (this.state.filter.hasJudged(visit)) this.#judge(visit, this.state.listing?.cards ?? []);
    this.renderer.draw();
  }

  #startVisit(url: URL): void {
    this.#visit = new PageVisit(url, this.#visit);
    this.#rereadAfter = MAY_APPEAR;
    this.state.filter.startVisit();
    void this.settings.refresh();
  }

  /** Aborts the previous reading, whose cards may be gone. */
  #startReading(): AbortSignal {
    this.#reading.abort();
    this.#reading = new AbortController();
    return AbortSignal.any([this.#signal, this.#reading.signal]);
  }

  /** Reports pending sightings to the previous record first. */
  #startRecord(): ListingRecord {
    void this.#report.flush();
    return (this.state.record = new ListingRecord(this.sendMessage));
  }

  /**
   * Records the listing if its cards belong to this visit; true if recorded. A visit starts when
   * the tab is first visible.
   */
  async #keepRecord(visit: PageVisit, listing: SiteListing, signal: AbortSignal): Promise<boolean> {
    let { record } = this.state;
    if (hasTooMany(listing)) {
      record.refuse(new Failure('too-many-cards'));
      this.renderer.draw();
      return false;
    }
    if (this.document.visibilityState !== 'visible') {
      await whenVisible(this.document, signal);
      if (record.listingKey === null) record.startedAt = Date.now();
    }
    const { key } = listing.reading.listing;
    if (!(await visit.owns({ ids: this.#drawn.ids, key }, signal))) return false;
    // The listing changed, but not the URL.
    if (record.listingKey !== null && record.listingKey !== key) record = this.#startRecord();
    await record.keep(listing.reading, this.#drawn.at);
    this.renderer.draw();
    return record.isComplete;
  }

  async #learn(listing: SiteListing): Promise<void> {
    // The record reports an unresponsive background.
    await this.papers.refresh(this.papers.unknown(idsOf(listing))).catch(() => {});
  }

  /** Filters new cards, then observes them. */
  #judge(visit: PageVisit, cards: readonly SiteCard[]): void {
    const hasChanged = this.state.filter.judge(visit, cards);
    if (hasChanged) this.#redraw(cards);
    // No action on hidden cards.
    this.state.keepSelected(this.state.visibleCards().map(({ paperId }) => paperId));
    for (const { element, paperId } of cards) this.#seen.watch(element, paperId);
  }

  #redraw(cards: readonly SiteCard[]): void {
    const elements = cards.map(({ element }) => element);
    preserveScroll(elements, () => this.renderer.draw());
  }

  #completeAuthors(id: PaperId): void {
    const { wantsAuthors } = this.papers.get(id).state;
    if (wantsAuthors && this.document.visibilityState === 'visible') this.#completion.want(id);
  }
}

function hasTooMany({ reading }: SiteListing): boolean {
  return reading.cardsFound > CARDS;
}

function idsOf({ cards }: SiteListing): PaperId[] {
  return cards.map(({ paperId }) => paperId);
}
