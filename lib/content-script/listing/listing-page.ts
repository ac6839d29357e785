import type { PanelField } from '@/lib/keyboard/typed-edits';
import type { SendMessage } from '@/lib/messaging/client';
import type { PageCards } from '@/lib/messaging/page-cards';
import type { CardFilter } from '@/lib/papers/card-filter';
import type { PageKeys } from '@/lib/keyboard/page-keys';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import type { Site, SiteCard, SiteListing } from '@/lib/sites/site';
import { CardWalk } from './card-walk';
import { AuthorCompletion } from '../complete-authors';
import { preserveScroll } from '../dom/preserve-scroll';
import { ListingChanges } from './listing-changes';
import { ListingFilter } from '../filter/listing-filter';
import { ListingRecord } from './listing-record';
import type { FootView, ListingViews, PageSummary, PlacedView, ShownCard } from './listing-views';
import { MountedCards } from './mounted-cards';
import { countCards } from './page-summary';
import type { PageSettings } from '../page-settings';
import { PageVisit } from './page-visit';
import { titleLink, watchOpened } from '../seen/paper-links';
import { SeenReporter } from '../seen/seen-reporter';
import { SeenObserver } from '../seen/seen-observer';
import { Selection } from './selection';
import { ShownPapers } from '../shown-papers';
import { forEachInSlices } from '../dom/time-slice';
import { whenVisible } from '../dom/when-visible';

export interface ListingPageOptions {
  site: Site;
  document: Document;
  sendMessage: SendMessage;
  settings: PageSettings;
  views: (page: ListingPage) => ListingViews;
  /** Whether the extension is still there: not even its words are, once it was updated. */
  isAlive: () => boolean;
  signal: AbortSignal;
}

/**
 * One site's listing in one tab, over all its in-page navigation: reads it whenever the page drew
 * something, keeps our things on its cards, and has what was read and seen recorded.
 */
export class ListingPage {
  readonly papers: ShownPapers;
  readonly selection: Selection;
  readonly changes: ListingChanges;
  readonly walk: CardWalk;
  readonly isAlive: () => boolean;
  readonly sendMessage: SendMessage;
  readonly #site: Site;
  readonly #document: Document;
  readonly #settings: PageSettings;
  readonly #signal: AbortSignal;
  readonly #views: ListingViews;
  readonly #completion: AuthorCompletion;
  readonly #filter: ListingFilter;
  readonly #mounted: MountedCards;
  readonly #seen: SeenObserver;
  readonly #report: SeenReporter;
  #bar: PlacedView<PageSummary> | undefined;
  #foot: FootView | undefined;
  #visit: PageVisit | undefined;
  #record: ListingRecord;
  #listing: SiteListing | undefined;
  /** The cards on the page (their ids, joined by spaces), and since when, ms since epoch. */
  #drawn = { ids: '', at: 0 };
  #isDue = false;
  #reading = new AbortController();

  constructor({
    site,
    document,
    sendMessage,
    settings,
    views,
    isAlive,
    signal,
  }: ListingPageOptions) {
    this.isAlive = isAlive;
    this.#site = site;
    this.#document = document;
    this.sendMessage = sendMessage;
    this.#settings = settings;
    this.#signal = signal;
    this.#record = new ListingRecord(sendMessage);
    this.papers = new ShownPapers(sendMessage, (id) => this.#drawPaper(id));
    this.#filter = new ListingFilter(settings, (id) => {
      const { state, dismissed } = this.papers.get(id);
      return { isNew: this.isNew(id), entry: state.entry, dismissed };
    });
    this.changes = new ListingChanges(sendMessage, this.papers, () => this.#drawSoon());
    this.selection = new Selection(() => this.#drawAll());
    this.#mounted = new MountedCards(
      (card) => this.#views.card(card),
      (id) => this.#shown(id),
      (element) => this.#seen.unwatch(element),
    );
    const cardOf = (node: Element) => this.#mounted.paperAt(node);
    this.walk = new CardWalk(document, site, cardOf, () => this.#drawAll(), signal);
    this.#report = new SeenReporter(document, sendMessage, () => this.#record.listingKey, signal);
    this.#seen = new SeenObserver(document, (id) => this.#report.add(id), signal);
    watchOpened(document, site, cardOf, (id) => this.#onOpened(id), signal);
    this.#completion = new AuthorCompletion(site, sendMessage);
    this.#views = views(this);
  }

  get keys(): PageKeys {
    return this.#settings.keysIf(this.#listing !== undefined);
  }

  /**
   * The page goes to `url`, perhaps without a reload: until its cards change, they are still those
   * of the page before, and are not recorded as this one's.
   */
  visit(url: URL): void {
    if (this.#visit?.isTo(url)) return;
    this.#startRecord();
    this.selection.stop();
    this.changes.dismissNotice();
    this.walk.leave();
    this.#views.closePanel();
    if (this.#site.matches(url)) {
      this.#startVisit(url);
    } else {
      this.#visit = undefined;
      this.clear();
    }
  }

  /** The reader comes back after a break: what was new before it is new no more. */
  visitAgain(): void {
    if (this.#visit === undefined) return;
    // The visit before it ended when they left; nothing is told of it any more.
    this.#record = new ListingRecord(this.sendMessage);
    this.#startVisit(this.#visit.url);
    void this.read();
  }

  /**
   * Reads what the page shows now, and brings all of ours and the record up to it; what could not
   * be recorded the last time is tried again.
   */
  async read(): Promise<void> {
    const visit = this.#visit;
    if (visit === undefined || !this.isAlive()) return;
    const listing = this.#site.readListing(this.#document, visit.url, Date.now());
    if (listing === undefined) {
      this.clear();
      return;
    }
    const ids = idsOf(listing).join(' ');
    if (ids !== this.#drawn.ids) this.#drawn = { ids, at: Date.now() };
    const signal = this.#startReading();
    this.#listing = listing;
    const settings = this.#settings.known();
    this.#mounted.dropOthers(listing.cards);
    this.selection.keep(idsOf(listing));
    this.#placeBar(listing);
    await forEachInSlices(listing.cards, (card) => this.#mounted.mount(card), signal);
    if (signal.aborted) return;
    const [isOwn] = await Promise.all([
      this.#keepRecord(visit, listing, signal),
      this.#learn(listing),
      settings,
    ]);
    if (isOwn && !signal.aborted) this.#judge(visit, listing.cards);
  }

  /** Sets aside at once what the page has just drawn anew, so that it is not seen; `read` does the rest. */
  reapplyFilter(): void {
    const visit = this.#visit;
    if (!this.#filter.hasJudged(visit) || !this.#mounted.hasLost()) return;
    const { cards } = this.#site.readListing(this.#document, visit.url, Date.now()) ?? {};
    if (cards === undefined) return;
    this.#mounted.dropOthers(cards);
    for (const card of cards) if (this.#shown(card.paperId).filterEffect) this.#mounted.mount(card);
  }

  /** Sets aside by this filter from now on, here and on the listings to come. */
  filterBy(filter: CardFilter): void {
    this.#filter.use(filter);
    const visit = this.#visit;
    if (this.#filter.hasJudged(visit)) this.#judge(visit, this.#listing?.cards ?? []);
    this.#drawSoon();
  }

  /** Shows what is hidden, until the filter is next used. */
  showAll(): void {
    this.#filter.lift();
    this.#redraw(this.#listing?.cards ?? []);
  }

  /** Saves the paper of a card, with what its card says now. */
  async save(id: PaperId): Promise<void> {
    // The page may have put another paper into the card since it was read; reading goes first.
    void this.read();
    const [paper] = this.papersOf((shown) => shown === id);
    if (paper !== undefined) await this.papers.save(paper);
  }

  /** Opens the panel of a paper, which is saved for it. */
  openPanel(id: PaperId, at: PanelField): void {
    this.#mounted.viewOf(id)?.openPanel(at);
  }

  /** Opens the paper's page, as a click on its title does. */
  open(id: PaperId): void {
    const card = this.#listing?.cards.find(({ paperId }) => paperId === id);
    if (card !== undefined) titleLink(this.#site, card.element, id)?.click();
  }

  showKeys(): void {
    this.#views.showKeys(this.keys);
  }

  /** The papers of those cards, with what the cards say, in the order of the page. */
  papersOf(isMeant: (id: PaperId) => boolean | undefined): Paper[] {
    const papers = this.#listing?.reading.cards.map(({ paper }) => paper) ?? [];
    return papers.filter(({ id }) => isMeant(id));
  }

  /** The cards that are not hidden, in the order of the page. */
  visibleCards(): SiteCard[] {
    const cards = this.#listing?.cards ?? [];
    return cards.filter(({ paperId }) => this.#isVisible(paperId));
  }

  /** The paper whose card the reader has come to; undefined also when that is hidden, or gone. */
  currentVisible(): PaperId | undefined {
    return this.visibleCards().find(({ paperId }) => paperId === this.walk.current)?.paperId;
  }

  /**
   * Goes to the next card that is not hidden (1) or the one before (-1), as `CardWalk.step` does; on
   * from the place of the one that the reader has come to, though that be hidden by now.
   */
  step(by: 1 | -1): boolean {
    const cards = this.#listing?.cards ?? [];
    const onTheWay = cards.filter(
      ({ paperId: id }) => id === this.walk.current || this.#isVisible(id),
    );
    return this.walk.step(onTheWay, by);
  }

  /** Picks a card or lets it go; or all from the last one picked to it. */
  select(id: PaperId, toHere: boolean): void {
    const order = this.visibleCards().map(({ paperId }) => paperId);
    if (toHere) this.selection.extendTo(id, order);
    else this.selection.toggle(id);
  }

  /** Picks just those of the cards that are not hidden. */
  selectAll(isMeant: (id: PaperId) => boolean): void {
    const ids = this.visibleCards().map(({ paperId }) => paperId);
    this.selection.set(ids.filter(isMeant));
  }

  /** Gives the focus to what stands at the foot of the window; whether there is something. */
  goToFoot(): boolean {
    return this.#foot?.focus() ?? false;
  }

  /** Gives the focus back to the card that the reader has come to. */
  goToCard(): void {
    this.walk.focus(this.visibleCards());
  }

  isNew(id: PaperId): boolean {
    return this.#record.newIds.has(id);
  }

  /** What the page shows, for the popup; undefined while it shows no listing. */
  cards(): PageCards | undefined {
    if (this.#listing === undefined) return undefined;
    const { listing, cardsFound } = this.#listing.reading;
    const paperIds = idsOf(this.#listing);
    return { listing, paperIds, newIds: paperIds.filter((id) => this.isNew(id)), cardsFound };
  }

  /** Takes note that papers changed elsewhere; undefined means any may have. */
  async onChanged(ids: readonly PaperId[] | undefined): Promise<void> {
    const shown = this.#mounted.ids();
    const changed = ids === undefined ? shown : shown.filter((id) => ids.includes(id));
    // A failure is told on the card that the reader acts on; this one has nobody to tell.
    await this.papers.refresh(changed).catch(() => {});
  }

  /** Takes everything of ours off the page. */
  clear(): void {
    this.#reading.abort();
    this.#mounted.dropOthers([]);
    this.#bar?.remove();
    this.#foot?.remove();
    this.#bar = this.#foot = undefined;
    this.#listing = undefined;
    // Drawn again, they say what is then.
    this.#drawn = { ids: '', at: 0 };
  }

  /** Begins a visit, with the filter as it is kept by then. */
  #startVisit(url: URL): void {
    this.#visit = new PageVisit(url, this.#visit);
    this.#filter.startVisit();
    void this.#settings.refresh();
  }

  /** Leaves an earlier reading, whose cards may be gone, wherever it is. */
  #startReading(): AbortSignal {
    this.#reading.abort();
    this.#reading = new AbortController();
    return AbortSignal.any([this.#signal, this.#reading.signal]);
  }

  /** Begins another record, once what was seen is told of the one before. */
  #startRecord(): ListingRecord {
    void this.#report.tell();
    return (this.#record = new ListingRecord(this.sendMessage));
  }

  /**
   * Records the listing if its cards are surely this visit's, and tells whether they are. A visit
   * begins when the reader first looks at the tab.
   */
  async #keepRecord(visit: PageVisit, listing: SiteListing, signal: AbortSignal): Promise<boolean> {
    let record = this.#record;
    if (this.#document.visibilityState !== 'visible') {
      await whenVisible(this.#document, signal);
      if (record.listingKey === null) record.startedAt = Date.now();
    }
    const { key } = listing.reading.listing;
    if (!(await visit.owns({ ids: this.#drawn.ids, key }, signal))) return false;
    // The page went on to another listing and kept its address.
    if (record.listingKey !== null && record.listingKey !== key) record = this.#startRecord();
    await record.keep(listing.reading, this.#drawn.at);
    this.#drawAll();
    return record.isComplete;
  }

  async #learn(listing: SiteListing): Promise<void> {
    // The record tells of a background that does not answer; once is enough.
    await this.papers.refresh(this.papers.unknown(idsOf(listing))).catch(() => {});
  }

  /** Applies the filter to cards that it was not applied to; only then are they watched. */
  #judge(visit: PageVisit, cards: readonly SiteCard[]): void {
    const hasChanged = this.#filter.judge(visit, cards);
    if (hasChanged) this.#redraw(cards);
    // Nothing is done to a card that cannot be seen.
    this.selection.keep(this.visibleCards().map(({ paperId }) => paperId));
    for (const { element, paperId } of cards) this.#seen.watch(element, paperId);
  }

  /** Draws the cards anew, of which some may go or come back. */
  #redraw(cards: readonly SiteCard[]): void {
    const elements = cards.map(({ element }) => element);
    preserveScroll(elements, () => this.#drawAll());
  }

  #onOpened(id: PaperId): void {
    this.#report.add(id);
    // The page may be about to go.
    void this.#report.tell();
  }

  #placeBar(listing: SiteListing): void {
    this.#bar ??= this.#views.bar();
    this.#bar.place(listing.container);
    this.#drawSoon();
  }

  #isVisible(id: PaperId): boolean {
    return this.#shown(id).filterEffect !== 'hide';
  }

  #shown(id: PaperId): ShownCard {
    const paper = this.papers.get(id);
    return {
      ...paper,
      isNew: this.isNew(id),
      rise: this.#record.rises.get(id),
      filterEffect: this.#filter.effectOn(id, paper.dismissed && !paper.saved),
      selected: this.selection.has(id),
      isCurrent: this.walk.current === id,
    };
  }

  #drawPaper(id: PaperId): void {
    const { wantsAuthors } = this.papers.get(id).state;
    if (wantsAuthors && this.#document.visibilityState === 'visible') this.#completion.want(id);
    this.#mounted.draw(id);
    this.#drawSoon();
  }

  #drawAll(): void {
    this.#mounted.draw();
    this.#drawSoon();
  }

  /** Draws bar and foot once for all that changed in this turn. */
  #drawSoon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      if (this.#listing === undefined) return;
      const selected = this.selection.count;
      const shown = this.#listing.cards.map(({ paperId }) => this.#shown(paperId));
      this.#bar?.draw({
        ...countCards(this.#listing, shown, this.#record),
        filter: this.#filter.filter,
        asked: this.#filter.isAsked,
        selecting: selected !== undefined,
      });
      const { notice } = this.changes;
      // Until something was done there is none.
      if (selected !== undefined || notice !== undefined) this.#foot ??= this.#views.foot();
      this.#foot?.draw({ selected, notice });
    });
  }
}

function idsOf({ cards }: SiteListing): PaperId[] {
  return cards.map(({ paperId }) => paperId);
}
