import { Dexie } from 'dexie';
import type { PapershelfDatabase } from '@/lib/db/database';
import type { Listing, ListingReading } from '@/lib/papers/listing';
import { extendVisit, isBeforeSitting, isInVisit, type Visit } from '@/lib/papers/visit';

/**
 * When the reader last visited any listing before the sitting that goes on at `at`; null for never.
 * Both in ms since epoch.
 */
export async function lastVisitAt(db: PapershelfDatabase, at: number): Promise<number | null> {
  const byEnd = db.visits.orderBy('endedAt').reverse();
  const last = await byEnd.filter(isBeforeSitting(at)).first();
  return last?.endedAt ?? null;
}

/**
 * The visit that a page which was opened at `startedAt` belongs to, the page having been read at
 * `at`: one that it goes on with, else a new one. A page read again after a long time does not
 * prolong it, since nobody may be looking. To be stored by the caller.
 */
export async function visitOf(
  db: PapershelfDatabase,
  { listing, cards, cardsFound }: ListingReading,
  startedAt: number,
  at: number,
): Promise<Visit> {
  const former = await lastVisitTo(db, listing.key, startedAt);
  const { key, kind } = listing;
  const visit =
    former !== undefined && isInVisit(former, startedAt)
      ? former
      : { listing: key, kind, startedAt, endedAt: startedAt };
  return extendVisit({ ...visit, cardsFound, cardsRead: cards.length }, at);
}

/**
 * Keeps that the reader looks at a listing at `at`, within the caller's transaction: its visit goes
 * on, unless there was a break. Then it is none: a tab left open over night shows nothing of today.
 */
export async function touchVisit(
  db: PapershelfDatabase,
  listing: Listing['key'],
  at: number,
): Promise<void> {
  const former = await lastVisitTo(db, listing, at);
  if (former !== undefined && isInVisit(former, at)) await db.visits.put(extendVisit(former, at));
}

/** The last visit to the listing that began no later than `at`. */
function lastVisitTo(
  { visits }: PapershelfDatabase,
  listing: Listing['key'],
  at: number,
): Promise<Visit | undefined> {
  return visits
    .where('[listing+startedAt]')
    .between([listing, Dexie.minKey], [listing, at], true, true)
    .last();
}
