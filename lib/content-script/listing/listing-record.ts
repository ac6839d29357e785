import type { SendMessage } from '@/lib/messaging/client';
import { asFailure, type Failure } from '@/lib/shared/failure';
import type { ListingReading } from '@/lib/papers/listing';
import type { PaperId } from '@/lib/papers/paper-id';
import type { SiteChange } from '@/lib/papers/reading-health';
import type { Rise } from '@/lib/papers/rise';

/** One visit's exchange with the background. */
export class ListingRecord {
  /** ms since epoch. */
  startedAt = Date.now();
  /** Not seen before this visit. */
  readonly newIds = new Set<PaperId>();
  /** Upvotes since the last visit. */
  readonly rises = new Map<PaperId, Rise>();
  /** ms since epoch; null for never; undefined until answered. */
  lastVisitAt: number | null | undefined;
  /** `Listing.key`; null before recording. */
  listingKey: string | null = null;
  failure: Failure | undefined;
  /** What the site no longer gives, unless the reader hid that. */
  siteChange: SiteChange | undefined;
  #hidesSiteChange = false;
  #sent = '';
  #keeping = Promise.resolve();

  constructor(private readonly sendMessage: SendMessage) {}

  /** Answered, with no later failure. */
  get isComplete(): boolean {
    return this.lastVisitAt !== undefined && this.failure === undefined;
  }

  /**
   * Records a listing once, until it changes. Failures go to `failure`; the next call retries.
   * @param readAt since when the page shows this, ms since epoch
   */
  keep(reading: ListingReading, readAt: number): Promise<void> {
    const ids = reading.cards.map(({ paper }) => paper.id);
    const sent = [reading.listing.key, reading.cardsFound, ...ids].join(' ');
    if (sent === this.#sent) return this.#keeping;
    this.#sent = sent;
    this.#keeping = this.#send(reading, readAt);
    return this.#keeping;
  }

  /** Shows why nothing is recorded, until the next `keep`. */
  refuse(failure: Failure): void {
    this.#sent = '';
    this.failure = failure;
  }

  hideSiteChange(): void {
    this.#hidesSiteChange = true;
    this.siteChange = undefined;
  }

  async #send(reading: ListingReading, readAt: number): Promise<void> {
    try {
      const recorded = await this.sendMessage('listing.record', {
        reading,
        readAt,
        visitStartedAt: this.startedAt,
      });
      for (const id of recorded.newIds) this.newIds.add(id);
      for (const { paperId, by, since } of recorded.rises) this.rises.set(paperId, { by, since });
      this.lastVisitAt = recorded.lastVisitAt;
      this.listingKey = reading.listing.key;
      this.failure = undefined;
      if (!this.#hidesSiteChange) this.siteChange = recorded.siteChange;
    } catch (error) {
      this.refuse(asFailure(error));
    }
  }
}
