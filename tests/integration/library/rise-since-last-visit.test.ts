import { describe, expect, it } from 'vitest';
import { riseSinceLastVisit } from '@/lib/library/history/history';
import { recordListing } from '@/lib/library/record/record-listing';
import { recordPaper } from '@/lib/library/record/record-paper';
import { DAY_MS } from '@/lib/shared/day';
import { MINUTE_MS } from '../../fixtures/times';
import { aPaper, aReading, openTestLibrary } from './library-for-tests';

describe('riseSinceLastVisit', () => {
  it('counts from the last visit before this sitting, as on the card', async () => {
    const library = openTestLibrary();
    const friday = library.clock.time;
    await recordListing(library, aReading([aPaper(1, { upvotes: 100 })]), friday);
    // No rise on the first day.
    expect(await riseSinceLastVisit(library, aPaper(1, { upvotes: 142 }))).toBeNull();
    library.clock.time += 3 * DAY_MS;
    const shown = aPaper(1, { upvotes: 142 });
    expect(await riseSinceLastVisit(library, shown)).toEqual({ by: 42, since: friday });
    const onCard = await recordListing(library, aReading([shown]), library.clock.time);
    expect(onCard.rises).toEqual([{ paperId: shown.id, by: 42, since: friday }]);
    // A minute later, opened from that listing.
    library.clock.time += MINUTE_MS;
    expect(await riseSinceLastVisit(library, shown)).toEqual({ by: 42, since: friday });
    await recordPaper(library, shown);
    expect(await riseSinceLastVisit(library, shown)).toEqual({ by: 42, since: friday });
  });

  it('returns null for a small rise, missing counts, or a new paper', async () => {
    const library = openTestLibrary();
    await recordListing(library, aReading([aPaper(1, { upvotes: 100 })]), library.clock.time);
    library.clock.time += DAY_MS;
    expect(await riseSinceLastVisit(library, aPaper(1, { upvotes: 104 }))).toBeNull();
    expect(await riseSinceLastVisit(library, { id: aPaper(1).id })).toBeNull();
    expect(await riseSinceLastVisit(library, aPaper(2, { upvotes: 500 }))).toBeNull();
  });
});
