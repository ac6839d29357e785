import { describe, expect, it } from 'vitest';
import { thinOnceADay, thinSightings } from '@/lib/library/history/thin-sightings';
import { addDays } from '@/lib/shared/calendar';
import { DAY_MS, dayOf, type Day } from '@/lib/shared/day';
import type { Sighting } from '@/lib/papers/sighting';
import { superfluousSightings } from '@/lib/papers/thin-sightings';
import { aPaper, openTestLibrary, type TestLibrary } from './library-for-tests';

/** A library in which each paper was seen daily. */
async function seenDaily(papers = 3, days = 100) {
  const library = openTestLibrary();
  const start = library.clock.time;
  const sightings = Array.from({ length: papers }, (_, number) =>
    Array.from({ length: days }, (_, day): Sighting => {
      const at = start + day * DAY_MS;
      return { paperId: aPaper(number).id, listing: 'hf/t', day: dayOf(at), at, rank: 1 };
    }),
  ).flat();
  await library.db.sightings.bulkPut(sightings);
  library.clock.time = start + (days - 1) * DAY_MS;
  return library;
}

function remaining({ db }: TestLibrary): Promise<Sighting[]> {
  return db.sightings.toArray();
}

function expectedSightings(sightings: readonly Sighting[], today: Day): Sighting[] {
  const ofPapers = new Map<string, Sighting[]>();
  for (const sighting of sightings) {
    const others = ofPapers.get(sighting.paperId);
    if (others === undefined) ofPapers.set(sighting.paperId, [sighting]);
    else others.push(sighting);
  }
  const gone = new Set([...ofPapers.values()].flatMap((own) => superfluousSightings(own, today)));
  return sightings.filter((one) => !gone.has(one));
}

describe('thinSightings and thinOnceADay', () => {
  it('delete the superfluous sightings of each paper, and nothing when repeated', async () => {
    const library = await seenDaily();
    const all = await remaining(library);
    const today = dayOf(library.clock.time);

    const deleted = await thinSightings(library, undefined);

    expect(await remaining(library)).toEqual(expectedSightings(all, today));
    expect(deleted).toBe(all.length - (await remaining(library)).length);
    expect(await thinSightings(library, undefined)).toBe(0);
    expect(await thinSightings(library, today)).toBe(0);
  });

  it('give the same result run at once or on many days, with gaps and repeats', async () => {
    const [library, atOnce] = [await seenDaily(), await seenDaily()];
    let last: Day | undefined;
    for (const days of [0, 1, 2, 2, 9, 10, 200, 300, 401, 402, 470]) {
      library.clock.time = atOnce.clock.time + days * DAY_MS;
      await thinSightings(library, last);
      last = dayOf(library.clock.time);
    }
    atOnce.clock.time = library.clock.time;
    await thinSightings(atOnce, undefined);

    expect(await remaining(library)).toEqual(await remaining(atOnce));
    expect(await remaining(library)).toHaveLength(6);
  });

  it('resume after the worker was killed', async () => {
    const library = await seenDaily(1100, 40);
    const all = await remaining(library);
    const { db } = library;
    const { bulkDelete } = db.sightings;
    let calls = 0;
    db.sightings.bulkDelete = ((keys: never) => {
      calls += 1;
      if (calls === 2) throw new Error('killed');
      return bulkDelete.call(db.sightings, keys);
    }) as typeof bulkDelete;
    const kept: (Day | null)[] = [];
    const setting = {
      read: async () => kept.at(-1) ?? null,
      write: async (day: Day) => void kept.push(day),
    };
    await expect(thinOnceADay(library, setting)).rejects.toThrow();
    expect(kept).toEqual([]);
    expect((await remaining(library)).length).toBeLessThan(all.length);

    await thinOnceADay(library, setting);

    const today = dayOf(library.clock.time);
    expect(await remaining(library)).toEqual(expectedSightings(all, today));
    expect(kept).toEqual([today]);
  });

  it('run once a day, and again after the clock was ahead', async () => {
    const library = await seenDaily();
    const today = dayOf(library.clock.time);
    const before = (await remaining(library)).length;
    await thinOnceADay(library, { read: async () => today, write: async () => {} });
    expect(await remaining(library)).toHaveLength(before);

    const ahead = addDays(today, 4000);
    await thinOnceADay(library, { read: async () => ahead, write: async () => {} });
    expect((await remaining(library)).length).toBeLessThan(before);
  });
});
