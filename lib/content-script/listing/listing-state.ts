import type { BulkCardChange } from '@/lib/library/entries/bulk-card-changes';
import type { SendMessage } from '@/lib/messaging/client';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import type { Failure } from '@/lib/shared/failure';
import type { SiteCard, SiteListing } from '@/lib/sites/site-reader';
import { ListingFilter } from '../filter/listing-filter';
import type { PageSettings } from '../page-settings';
import { ShownPapers } from '../shown-papers';
import { ListingRecord } from './listing-record';
import type { PageSummary, ShownCard, ShownFoot } from './listing-views';
import { countCards } from './page-summary';

/** Bulk changes made by the page itself, not a frame. */
export type PageChange = Extract<BulkCardChange, { kind: 'save' | 'dismiss' }>;

/** The last action's result, at the bottom of the window. */
export type Notice =
  | { kind: 'changed'; change: PageChange; count: number; undo: (() => void) | undefined }
  /** In a frame: it may contain the reader's words. */
  | { kind: 'in-frame'; undo: (() => void) | undefined }
  | { kind: 'failed'; failure: Failure; retry: () => void };

/** A listing's state. Readings and commands change it; each change is announced to the renderer. */
export class ListingState {
  readonly papers: ShownPapers;
  readonly filter: ListingFilter;
  record: ListingRecord;
  /** Undefined while the page shows none. */
  listing: SiteListing | undefined;
  /** Where Shift starts a range. */
  rangeStart: PaperId | undefined;
  #selected: ReadonlySet<PaperId> | undefined;
  #current: PaperId | undefined;
  #notice: Notice | undefined;

  /** @param onChange called after a change, with the paper if only its card changed */
  constructor(
    sendMessage: SendMessage,
    settings: PageSettings,
    private readonly onChange: (id?: PaperId) => void,
  ) {
    this.record = new ListingRecord(sendMessage);
    this.papers = new ShownPapers(sendMessage, (id) => onChange(id));
    this.filter = new ListingFilter(settings, (id) => {
      const { state, dismissed } = this.papers.get(id);
      return { isNew: this.isNew(id), entry: state.entry, dismissed };
    });
  }

  /** Undefined outside selection mode. */
  get selected(): ReadonlySet<PaperId> | undefined {
    return this.#selected;
  }

  set selected(ids: ReadonlySet<PaperId> | undefined) {
    if (ids === this.#selected) return;
    this.#selected = ids;
    // Deselected by another command.
    if (this.rangeStart !== undefined && !ids?.has(this.rangeStart)) this.rangeStart = undefined;
    this.onChange();
  }

  /** The card that keys act on. */
  get current(): PaperId | undefined {
    return this.#current;
  }

  set current(id: PaperId | undefined) {
    if (id === this.#current) return;
    this.#current = id;
    this.onChange();
  }

  get notice(): Notice | undefined {
    return this.#notice;
  }

  set notice(notice: Notice | undefined) {
    if (notice === this.#notice) return;
    this.#notice = notice;
    this.onChange();
  }

  /** Deselects all other papers. */
  keepSelected(ids: readonly PaperId[]): void {
    const kept = ids.filter((id) => this.#selected?.has(id));
    if (kept.length < (this.#selected?.size ?? 0)) this.selected = new Set(kept);
  }

  /** Not seen before this visit; false until recorded. */
  isNew(id: PaperId): boolean {
    return this.record.newIds.has(id);
  }

  /** Also true for dimmed cards. */
  isVisible(id: PaperId): boolean {
    return this.card(id).filterEffect !== 'hide';
  }

  /** In page order. */
  visibleCards(): SiteCard[] {
    const cards = this.listing?.cards ?? [];
    return cards.filter(({ paperId }) => this.isVisible(paperId));
  }

  /** In page order, with the cards' facts. */
  papersOf(matches: (id: PaperId) => boolean | undefined): Paper[] {
    const papers = this.listing?.reading.cards.map(({ paper }) => paper) ?? [];
    return papers.filter(({ id }) => matches(id));
  }

  card(id: PaperId): ShownCard {
    const paper = this.papers.get(id);
    return {
      ...paper,
      isNew: this.isNew(id),
      rise: this.record.rises.get(id),
      filterEffect: this.filter.effectOn(id, paper.dismissed && !paper.saved),
      selected: this.#selected?.has(id),
      isCurrent: this.#current === id,
    };
  }

  summary(listing: SiteListing): PageSummary {
    const shown = listing.cards.map(({ paperId }) => this.card(paperId));
    return {
      ...countCards(listing, shown, this.record),
      filter: this.filter.filter,
      asked: this.filter.isAsked,
      selecting: this.#selected !== undefined,
    };
  }

  foot(): ShownFoot {
    return { selected: this.#selected?.size, notice: this.#notice };
  }
}
