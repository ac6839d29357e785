import { describe, expect, it } from 'vitest';
import { paperOverTime } from '@/lib/library/history/paper-over-time';
import { recordListing } from '@/lib/library/record/record-listing';
import { DAY_MS } from '@/lib/shared/day';
import { MINUTE_MS } from '../../fixtures/times';
import { aPaper, aReading, openTestLibrary, type TestLibrary } from './library-for-tests';

const { id } = aPaper(1);

function visit(library: TestLibrary, upvotes: number, key?: string): Promise<unknown> {
  return recordListing(library, aReading([aPaper(1, { upvotes })], key), library.clock.time);
}

describe('paperOverTime', () => {
  it('returns the rise of the last sitting for a week', async () => {
    const library = openTestLibrary();
    const { clock } = library;
    const friday = clock.time;
    await visit(library, 100);
    clock.time += 3 * DAY_MS;
    await visit(library, 140);
    clock.time += MINUTE_MS;
    await visit(library, 142, 'hf/trending');

    const { history, rise } = await paperOverTime(library, id);
    expect(history.map(({ upvotes }) => upvotes)).toEqual([100, 140, 142]);
    expect(rise).toEqual({ by: 42, since: friday });

    clock.time += 6 * DAY_MS;
    expect((await paperOverTime(library, id)).rise).toEqual({ by: 42, since: friday });
    clock.time += DAY_MS;
    expect((await paperOverTime(library, id)).rise).toBeUndefined();
  });

  it('returns no rise within one sitting, or when it is small', async () => {
    const library = openTestLibrary();
    await visit(library, 100);
    expect((await paperOverTime(library, id)).rise).toBeUndefined();
    library.clock.time += DAY_MS;
    await visit(library, 104);
    expect((await paperOverTime(library, id)).rise).toBeUndefined();
  });

  it('returns nothing for a paper that was never listed', async () => {
    expect(await paperOverTime(openTestLibrary(), id)).toEqual({ history: [], rise: undefined });
  });
});
