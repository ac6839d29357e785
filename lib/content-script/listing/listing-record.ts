import type { SendMessage } from '@/lib/messaging/client';
import { asFailure, type Failure } from '@/lib/shared/failure';
import type { ListingReading } from '@/lib/papers/listing';
import type { PaperId } from '@/lib/papers/paper-id';
import type { Rise } from '@/lib/papers/rise';

/** What the background was told during one visit, and what it answered. */
export class ListingRecord {
  /** When the visit began, ms since epoch. */
  startedAt = Date.now();
  /** Papers that the reader had not seen before this visit. */
  readonly newIds = new Set<PaperId>();
  /** What gained upvotes since the reader was last here. */
  readonly rises = new Map<PaperId, Rise>();
  /** When that was, ms since epoch; null for never; undefined until the background answered. */
  lastVisitAt: number | null | undefined;
  /** `Listing.key` of what was recorded; null before. */
  listingKey: string | null = null;
  /** Why what the listing said could not be kept. */
  failure: Failure | undefined;
  #sent = '';
  #keeping = Promise.resolve();

  constructor(private readonly sendMessage: SendMessage) {}

  /** Whether the background has told of the listing as it is. */
  get isComplete(): boolean {
    return this.lastVisitAt !== undefined && this.failure === undefined;
  }

  /**
   * Has a listing recorded, once as long as it stays the same; what failed is done again by the
   * next call. Failures are kept, not thrown.
   * @param readAt since when the page says so, ms since epoch
   */
  keep(reading: ListingReading, readAt: number): Promise<void> {
    const ids = reading.cards.map(({ paper }) => paper.id);
    const sent = [reading.listing.key, reading.cardsFound, ...ids].join(' ');
    if (sent === this.#sent) return this.#keeping;
    this.#sent = sent;
    this.#keeping = this.#send(reading, readAt);
    return this.#keeping;
  }

  async #send(reading: ListingReading, readAt: number): Promise<void> {
    try {
      const told = await this.sendMessage('listing.record', {
        reading,
        readAt,
        visitStartedAt: this.startedAt,
      });
      for (const id of told.newIds) this.newIds.add(id);
      for (const { paperId, by, since } of told.rises) this.rises.set(paperId, { by, since });
      this.lastVisitAt = told.lastVisitAt;
      this.listingKey = reading.listing.key;
      this.failure = undefined;
    } catch (error) {
      this.#sent = '';
      this.failure = asFailure(error);
    }
  }
}
