import { Dexie } from 'dexie';
import { withCodedErrors } from '../db/coded-errors';
import type { PapershelfDatabase } from '../db/database';
import type { CountsAt } from '../papers/counts';
import { countsOverTime } from '../papers/counts-over-time';
import type { Paper } from '../papers/paper';
import type { PaperId } from '../papers/paper-id';
import { notableRiseSince, type Rise } from '../papers/rise';
import type { Sighting } from '../papers/sighting';
import type { LibraryContext } from './context';
import { lastVisitAt } from './visits';

/** What was shown of a paper over time, the oldest first. */
export function paperHistory({ db }: LibraryContext, paperId: PaperId): Promise<CountsAt[]> {
  return withCodedErrors(async () => countsOverTime(await sightingsOf(db, paperId)));
}

/**
 * What a paper that has `upvotes` now gained since the reader's last visit before this sitting, where
 * that is worth saying.
 */
export function riseSinceLastVisit(
  { db, now }: LibraryContext,
  { id, upvotes }: Pick<Paper, 'id' | 'upvotes'>,
): Promise<Rise | null> {
  const at = now();
  return withCodedErrors(() =>
    db.transaction('r', db.sightings, db.visits, async () => {
      const last = await lastVisitAt(db, at);
      if (last === null || upvotes === undefined) return null;
      const history = countsOverTime(await sightingsOf(db, id));
      return notableRiseSince([...history, { at, upvotes }], last) ?? null;
    }),
  );
}

/** All sightings of a paper. */
export function sightingsOf({ sightings }: PapershelfDatabase, id: PaperId): Promise<Sighting[]> {
  return (
    sightings
      .where('[paperId+listing+day]')
      // An array sorts before any longer one that it begins.
      .between([id], [id, Dexie.maxKey])
      .toArray()
  );
}
