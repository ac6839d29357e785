import { Dexie } from 'dexie';
import { withCodedErrors } from '../db/coded-errors';
import type { PapershelfDatabase } from '../db/database';
import { countsOverTime, type CountsAt, type Rise } from '../papers/counts-over-time';
import { dayOf } from '../papers/day';
import type { Sighting } from '../papers/listing';
import type { Paper } from '../papers/paper';
import type { PaperId } from '../papers/paper-id';
import { notableRiseSince, RISE_READINGS, weeklyRise } from '../papers/rise';
import type { LibraryContext } from './context';
import type { PaperState } from './paper-state';
import { lastVisitAt } from './visits';

/** What the background tells a paper's own page that was recorded. */
export interface RecordedPaper {
  state: PaperState;
  /** What it gained since the reader's last visit, where that is worth saying. */
  rise: Rise | null;
}

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

/**
 * How many upvotes papers gained in the week before `now` (ms since epoch), those left out that
 * gained none as far as anybody knows (see `weeklyRise`). One request, since it is made as one types.
 */
export async function weeklyRises(
  db: PapershelfDatabase,
  now: number,
): Promise<Map<PaperId, number>> {
  const byPaper = new Map<PaperId, Sighting[]>();
  const read = db.sightings.where('day').aboveOrEqual(dayOf(now - RISE_READINGS));
  for (const sighting of await read.toArray()) {
    const former = byPaper.get(sighting.paperId);
    if (former === undefined) byPaper.set(sighting.paperId, [sighting]);
    else former.push(sighting);
  }
  const rises = new Map<PaperId, number>();
  for (const [id, sightings] of byPaper) {
    const rise = weeklyRise(countsOverTime(sightings), now);
    if (rise > 0) rises.set(id, rise);
  }
  return rises;
}
