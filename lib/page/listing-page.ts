import type { ask } from '../messaging/client';
import type { PageCards } from '../messaging/page-cards';
import { asFailure, type Failure } from '../papers/failure';
import type { PaperId } from '../papers/paper-id';
import type { Site, SiteCard, SiteListing } from '../sites/site';
import { AuthorCompletion } from './complete-authors';
import { ShownPapers, type ShownPaper } from './shown-papers';
import { inSlices, pause } from './time-slice';

/** What the page bar tells. */
export interface PageSummary {
  cardsFound: number;
  cardsRead: number;
  /** Papers that no page had shown before this visit; undefined until the background told. */
  newCards: number | undefined;
  saved: number;
  /** Why what the listing said could not be kept. */
  failure: Failure | undefined;
}

/** Something of ours on the page, kept out of its layout. */
export interface View<T> {
  /** Puts it at `target`, or leaves it there. */
  place(target: Element): void;
  draw(shown: T): void;
  remove(): void;
}

/** What draws; handed in, so that this file knows no framework. */
export interface ListingViews {
  card(card: SiteCard): View<ShownPaper>;
  bar(): View<PageSummary>;
}

interface MountedCard {
  paperId: PaperId;
  view: View<ShownPaper>;
}

/** The visit to one address, however it was reached. */
interface PageVisit {
  url: URL;
  /** ms since epoch. */
  startedAt: number;
  /** The cards of the address before, as `idsOf` gives them: they may still stand on the page. */
  leftBehind: string;
  /** The cards recorded as this address's. */
  recorded: string;
  /** Quite other cards than those recorded, and since when they stand there (ms since epoch). */
  others: { ids: string; since: number };
  newIds: Set<PaperId>;
  /** Why what the listing said could not be kept. */
  failure?: Failure | undefined;
}

/** A page that draws cards and then sets its address does so within this time, ms. */
const ADDRESS_MAY_FOLLOW = 1000;

export interface ListingPageOptions {
  site: Site;
  document: Document;
  ask: typeof ask;
  views: (page: ListingPage) => ListingViews;
  /** Whether the extension is still there: not even its words are, once it was updated. */
  isAlive: () => boolean;
  signal: AbortSignal;
}

/**
 * One site's listing in one tab, over all its in-page navigation: reads it whenever the page drew
 * something, keeps a button on each card, and has what was read recorded.
 */
export class ListingPage {
  readonly papers: ShownPapers;
  readonly isAlive: () => boolean;
  readonly #site: Site;
  readonly #document: Document;
  readonly #ask: typeof ask;
  readonly #signal: AbortSignal;
  readonly #views: ListingViews;
  readonly #completion: AuthorCompletion;
  readonly #mounted = new Map<Element, MountedCard>();
  #bar: View<PageSummary> | undefined;
  #visit: PageVisit | undefined;
  #listing: SiteListing | undefined;
  /** What was recorded last, to record it once. */
  #recorded = '';
  #barIsDue = false;
  #reading = new AbortController();

  constructor({ site, document, ask, views, isAlive, signal }: ListingPageOptions) {
    this.isAlive = isAlive;
    this.#site = site;
    this.#document = document;
    this.#ask = ask;
    this.#signal = signal;
    this.papers = new ShownPapers(ask, (id) => this.#drawPaper(id));
    this.#completion = new AuthorCompletion(site, ask);
    this.#views = views(this);
  }

  /**
   * The page goes to `url`, perhaps without a reload: until its cards change, they are still those
   * of the page before, and are not recorded as this one's.
   */
  visit(url: URL): void {
    if (!this.#site.matches(url)) {
      this.#visit = undefined;
      this.clear();
      return;
    }
    const before = this.#visit?.url;
    if (before?.pathname === url.pathname && before.search === url.search) return;
    this.#visit = {
      url,
      startedAt: Date.now(),
      leftBehind: this.#visit?.recorded || this.#visit?.leftBehind || '',
      recorded: '',
      others: { ids: '', since: 0 },
      newIds: new Set(),
    };
  }

  /**
   * Reads what the page shows now, and brings buttons, bar and record up to it; what could not be
   * recorded the last time is tried again.
   */
  async read(): Promise<void> {
    const visit = this.#visit;
    if (visit === undefined || !this.isAlive()) return;
    const listing = this.#site.readListing(this.#document, visit.url, Date.now());
    if (listing === undefined) {
      this.clear();
      return;
    }
    const signal = this.#startReading();
    this.#listing = listing;
    this.#dropLeftCards(listing);
    this.#placeBar(listing);
    await inSlices(listing.cards, (card) => this.#mount(card), signal);
    if (signal.aborted) return;
    await Promise.all([this.#recordWhenSure(visit, listing, signal), this.#learn(listing)]);
  }

  /** Saves the paper of a card, with what its card says now. */
  async save(id: PaperId): Promise<void> {
    // The page may have put another paper into the card since it was read; reading goes first.
    void this.read();
    const card = this.#listing?.reading.cards.find(({ paper }) => paper.id === id);
    if (card !== undefined) await this.papers.save(card.paper);
  }

  /** What the page shows, for the popup; undefined while it shows no listing. */
  cards(): PageCards | undefined {
    if (this.#listing === undefined) return undefined;
    const { reading, cards } = this.#listing;
    return {
      listing: reading.listing,
      paperIds: cards.map(({ paperId }) => paperId),
      newIds: [...(this.#visit?.newIds ?? [])],
      cardsFound: reading.cardsFound,
    };
  }

  /** Takes note that the entries of `ids` changed elsewhere; undefined means any may have. */
  async onChanged(ids: readonly PaperId[] | undefined): Promise<void> {
    const shown = [...this.#mounted.values()].map(({ paperId }) => paperId);
    const changed = ids === undefined ? shown : shown.filter((id) => ids.includes(id));
    // A failure is told on the card that the reader acts on; this one has nobody to tell.
    await this.papers.refresh(changed).catch(() => {});
  }

  /** Takes everything of ours off the page. */
  clear(): void {
    this.#reading.abort();
    for (const { view } of this.#mounted.values()) view.remove();
    this.#mounted.clear();
    this.#bar?.remove();
    this.#bar = undefined;
    this.#listing = undefined;
    this.#recorded = '';
  }

  /** Leaves an earlier reading, whose cards may be gone, wherever it is. */
  #startReading(): AbortSignal {
    this.#reading.abort();
    this.#reading = new AbortController();
    return AbortSignal.any([this.#signal, this.#reading.signal]);
  }

  /**
   * Records a listing once its cards are surely those of its address. Right after an in-page
   * navigation they may be those of the page before; and when quite other cards come without one,
   * their address may be about to follow.
   */
  async #recordWhenSure(
    visit: PageVisit,
    listing: SiteListing,
    signal: AbortSignal,
  ): Promise<void> {
    const ids = idsOf(listing);
    if (ids !== '' && ids === visit.leftBehind) return;
    if (visit.recorded !== '' && !shareCards(ids, visit.recorded)) {
      if (ids !== visit.others.ids) visit.others = { ids, since: Date.now() };
      await pause(visit.others.since + ADDRESS_MAY_FOLLOW - Date.now(), signal);
    }
    if (!signal.aborted) await this.#record(visit, listing);
  }

  async #record(visit: PageVisit, listing: SiteListing): Promise<void> {
    const { reading } = listing;
    const ids = idsOf(listing);
    const fingerprint = [reading.listing.key, reading.cardsFound, ids].join(' ');
    if (fingerprint === this.#recorded) return;
    this.#recorded = fingerprint;
    visit.recorded = ids;
    visit.leftBehind = '';
    try {
      const newIds = await this.#ask('listing.record', {
        reading,
        visitStartedAt: visit.startedAt,
      });
      for (const id of newIds) visit.newIds.add(id);
      visit.failure = undefined;
    } catch (error) {
      this.#recorded = '';
      visit.failure = asFailure(error);
    }
    this.#drawBar();
  }

  async #learn(listing: SiteListing): Promise<void> {
    const ids = this.papers.unknown(listing.cards.map(({ paperId }) => paperId));
    // The record tells of a background that does not answer; once is enough.
    await this.papers.refresh(ids).catch(() => {});
  }

  #mount(card: SiteCard): void {
    let mounted = this.#mounted.get(card.element);
    if (mounted !== undefined && mounted.paperId !== card.paperId) {
      mounted.view.remove();
      mounted = undefined;
    }
    if (mounted === undefined) {
      mounted = { paperId: card.paperId, view: this.#views.card(card) };
      this.#mounted.set(card.element, mounted);
      mounted.view.draw(this.papers.get(card.paperId));
    }
    // A page that draws the card anew may have dropped what it did not put there.
    mounted.view.place(card.element);
  }

  #dropLeftCards(listing: SiteListing): void {
    const current = new Set(listing.cards.map(({ element }) => element));
    for (const [element, { view }] of this.#mounted) {
      if (current.has(element)) continue;
      view.remove();
      this.#mounted.delete(element);
    }
  }

  #placeBar(listing: SiteListing): void {
    this.#bar ??= this.#views.bar();
    this.#bar.place(listing.container);
    this.#drawBar();
  }

  #drawPaper(id: PaperId): void {
    const shown = this.papers.get(id);
    if (shown.state.wantsAuthors && this.#document.visibilityState === 'visible') {
      this.#completion.want(id);
    }
    for (const { paperId, view } of this.#mounted.values()) if (paperId === id) view.draw(shown);
    this.#drawBar();
  }

  /** Draws the bar once for all that changed in this turn. */
  #drawBar(): void {
    if (this.#barIsDue) return;
    this.#barIsDue = true;
    queueMicrotask(() => {
      this.#barIsDue = false;
      this.#drawBarNow();
    });
  }

  #drawBarNow(): void {
    if (this.#listing === undefined) return;
    const { reading, cards } = this.#listing;
    const isRecorded = this.#recorded !== '' && this.#visit?.failure === undefined;
    this.#bar?.draw({
      cardsFound: reading.cardsFound,
      cardsRead: cards.length,
      newCards: isRecorded ? this.#visit?.newIds.size : undefined,
      saved: cards.filter(({ paperId }) => this.papers.get(paperId).saved).length,
      failure: this.#visit?.failure,
    });
  }
}

/** The papers of a listing as one text, to compare listings by. */
function idsOf({ cards }: SiteListing): string {
  return cards.map(({ paperId }) => paperId).join(' ');
}

function shareCards(ids: string, others: string): boolean {
  const known = new Set(others.split(' '));
  return ids.split(' ').some((id) => known.has(id));
}
