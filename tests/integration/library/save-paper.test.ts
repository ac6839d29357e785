import { describe, expect, it } from 'vitest';
import { removeEntry, restoreEntry } from '@/lib/library/entries/edit-entry';
import { libraryIds } from '@/lib/library/queries';
import { recordListing } from '@/lib/library/record/record-listing';
import { saveKnownPaper, savePaper } from '@/lib/library/entries/save-paper';
import type { Paper } from '@/lib/papers/paper';
import { MINUTE_MS } from '../../fixtures/times';
import { aPaper, aReading, openTestLibrary } from './library-for-tests';

/** From a card that shows only the title. */
const poor: Paper = { id: aPaper(1).id, title: aPaper(1).title };

describe('savePaper, the citation key', () => {
  it('is made from all known facts, even if the card shows few', async () => {
    const library = openTestLibrary();
    await recordListing(library, aReading([aPaper(1)]), library.clock.time);

    const { entry } = await savePaper(library, poor);

    expect(entry?.citationKey).toBe('quill2026shelving');
    expect(await library.db.papers.get(poor.id)).toMatchObject(aPaper(1));
  });

  it('is the same for a paper saved without its card', async () => {
    const library = openTestLibrary();
    await recordListing(library, aReading([aPaper(1)]), library.clock.time);

    expect((await saveKnownPaper(library, poor.id)).entry?.citationKey).toBe('quill2026shelving');
  });

  it('stays the same when the paper is saved again with more facts', async () => {
    const library = openTestLibrary();
    const { entry } = await savePaper(library, poor);
    await removeEntry(library, poor.id);

    const again = await savePaper(library, aPaper(1));

    expect(entry?.citationKey).not.toContain('quill');
    expect(again.entry?.citationKey).toBe(entry?.citationKey);
  });
});

describe('savePaper, the save time', () => {
  it('is the time of the click, in whichever order saves are stored', async () => {
    const library = openTestLibrary();
    const [first, second] = [aPaper(1), aPaper(2)];
    const pressedAt = library.clock.time;
    library.clock.time += 1000;
    await savePaper(library, second, pressedAt + 10);
    await savePaper(library, first, pressedAt);

    expect(await libraryIds(library.db)).toEqual([second.id, first.id]);
  });

  it('is no later than now', async () => {
    const library = openTestLibrary();
    const { entry } = await savePaper(library, aPaper(1), library.clock.time + 1);

    expect(entry?.savedAt).toBe(library.clock.time);
  });
});

describe('a removed paper', () => {
  /** Three saved papers, the first of them removed. */
  async function libraryWithRemoved() {
    const library = openTestLibrary();
    const savedAt = library.clock.time;
    for (const number of [1, 2, 3]) {
      await savePaper(library, aPaper(number));
      library.clock.time += 1000;
    }
    await removeEntry(library, aPaper(1).id);
    library.clock.time += 1000;
    return { library, savedAt };
  }

  it.each([
    ['from its card', savePaper, aPaper(1)],
    ['without its card', saveKnownPaper, aPaper(1).id],
  ] as const)('gets a new save time when saved again %s', async (_, save, what) => {
    const { library } = await libraryWithRemoved();

    const { entry } = await save(library, what as never);

    const { time } = library.clock;
    expect(entry).toMatchObject({ removedAt: 0, savedAt: time, updatedAt: time });
    expect(entry).toEqual(await library.db.entries.get(aPaper(1).id));
    expect((await libraryIds(library.db))[0]).toBe(aPaper(1).id);
  });

  it('keeps its save time when undo restores it', async () => {
    const { library, savedAt } = await libraryWithRemoved();

    const { entry } = await restoreEntry(library, aPaper(1).id);

    expect(entry).toMatchObject({ removedAt: 0, savedAt });
    expect(await libraryIds(library.db)).toEqual([3, 2, 1].map((number) => aPaper(number).id));
  });
});

describe('saveKnownPaper', () => {
  it('fails with not-found for an unknown paper, and stores and announces nothing', async () => {
    const library = openTestLibrary();

    await expect(saveKnownPaper(library, aPaper(9).id)).rejects.toMatchObject({
      code: 'not-found',
    });

    expect(await library.db.papers.count()).toBe(0);
    expect(await library.db.entries.count()).toBe(0);
    expect(library.announced).toEqual([]);
  });

  it('leaves the facts and the time last seen unchanged', async () => {
    const library = openTestLibrary();
    await recordListing(library, aReading([aPaper(1)]), library.clock.time);
    const before = await library.db.papers.get(aPaper(1).id);
    library.clock.time += MINUTE_MS;

    await saveKnownPaper(library, aPaper(1).id);

    expect(await library.db.papers.get(aPaper(1).id)).toEqual(before);
    expect(library.announced).toEqual([aPaper(1).id]);
  });

  it('changes nothing for a saved paper', async () => {
    const library = openTestLibrary();
    const { entry } = await savePaper(library, aPaper(1));
    library.clock.time += MINUTE_MS;

    expect((await saveKnownPaper(library, aPaper(1).id)).entry).toEqual(entry);
  });
});

describe('savePaper', () => {
  it('updates the time last seen', async () => {
    const library = openTestLibrary();
    const firstSeenAt = library.clock.time;
    await recordListing(library, aReading([aPaper(1)]), firstSeenAt);
    library.clock.time += MINUTE_MS;

    await savePaper(library, poor);

    expect(await library.db.papers.get(poor.id)).toMatchObject({
      firstSeenAt,
      lastSeenAt: library.clock.time,
    });
  });
});
