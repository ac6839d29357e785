import { Dexie } from 'dexie';
import type { PapershelfDatabase } from '@/lib/db/database';
import type { Listing, ListingReading } from '@/lib/papers/listing';
import { extendVisit, isBeforeSitting, isInVisit, type Visit } from '@/lib/papers/visit';

/** Last visit to any listing before the sitting at `at`; null for never. Both in ms since epoch. */
export async function lastVisitAt(db: PapershelfDatabase, at: number): Promise<number | null> {
  const byEnd = db.visits.orderBy('endedAt').reverse();
  const last = await byEnd.filter(isBeforeSitting(at)).first();
  return last?.endedAt ?? null;
}

/**
 * Visit of a page opened at `startedAt` and read at `at` (ms since epoch), continued or new. A much
 * later reading does not extend it, since no one may be looking. The caller stores it.
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
 * Extends the current visit to `at` (ms since epoch), within the caller's transaction. None after a
 * break: a tab left open overnight shows nothing new.
 */
export async function touchVisit(
  db: PapershelfDatabase,
  listing: Listing['key'],
  at: number,
): Promise<void> {
  const former = await lastVisitTo(db, listing, at);
  if (former !== undefined && isInVisit(former, at)) await db.visits.put(extendVisit(former, at));
}

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
