import type { SendMessage } from '@/lib/messaging/client';
import type { PaperId } from '@/lib/papers/paper-id';
import type { SiteListing } from '@/lib/sites/site';
import { ListingFilter } from '../filter/listing-filter';
import type { PageSettings } from '../page-settings';
import { ShownPapers } from '../shown-papers';
import { ListingChanges } from './listing-changes';
import { ListingRecord } from './listing-record';
import type { PageSummary, ShownCard, ShownFoot } from './listing-views';
import { countCards } from './page-summary';
import { Selection } from './selection';

/**
 * What a listing shows. Actions change it; it announces each change to the renderer, which draws it.
 */
export class ListingState {
  readonly papers: ShownPapers;
  readonly filter: ListingFilter;
  readonly selection: Selection;
  readonly changes: ListingChanges;
  record: ListingRecord;
  /** Undefined while the page shows none. */
  listing: SiteListing | undefined;
  #current: PaperId | undefined;

  /** @param onChange called after a change: with the paper whose card changed, else for any card */
  constructor(
    sendMessage: SendMessage,
    settings: PageSettings,
    private readonly onChange: (id?: PaperId) => void,
  ) {
    this.record = new ListingRecord(sendMessage);
    this.papers = new ShownPapers(sendMessage, (id) => onChange(id));
    this.selection = new Selection(() => onChange());
    this.changes = new ListingChanges(sendMessage, this.papers, () => onChange());
    this.filter = new ListingFilter(settings, (id) => {
      const { state, dismissed } = this.papers.get(id);
      return { isNew: this.isNew(id), entry: state.entry, dismissed };
    });
  }

  /** The paper of the card that keys act on. */
  get current(): PaperId | undefined {
    return this.#current;
  }

  set current(id: PaperId | undefined) {
    if (id === this.#current) return;
    this.#current = id;
    this.onChange();
  }

  isNew(id: PaperId): boolean {
    return this.record.newIds.has(id);
  }

  isVisible(id: PaperId): boolean {
    return this.card(id).filterEffect !== 'hide';
  }

  card(id: PaperId): ShownCard {
    const paper = this.papers.get(id);
    return {
      ...paper,
      isNew: this.isNew(id),
      rise: this.record.rises.get(id),
      filterEffect: this.filter.effectOn(id, paper.dismissed && !paper.saved),
      selected: this.selection.has(id),
      isCurrent: this.#current === id,
    };
  }

  summary(listing: SiteListing): PageSummary {
    const shown = listing.cards.map(({ paperId }) => this.card(paperId));
    return {
      ...countCards(listing, shown, this.record),
      filter: this.filter.filter,
      asked: this.filter.isAsked,
      selecting: this.selection.count !== undefined,
    };
  }

  foot(): ShownFoot {
    return { selected: this.selection.count, notice: this.changes.notice };
  }
}
