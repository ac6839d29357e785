import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backup } from '@/lib/import/backup';
import { applyImport } from '@/lib/library/import/import-papers';
import { recordListing } from '@/lib/library/record/record-listing';
import { removeEntry } from '@/lib/library/entries/edit-entry';
import { savePaper } from '@/lib/library/entries/save-paper';
import { undoImport } from '@/lib/library/import/undo-import';
import { backupChunks } from '@/lib/library/export/write-backup';
import type { Entry } from '@/lib/papers/entry';
import { foldSpaces } from '@/lib/shared/text';
import { read } from '../../unit/import/read';
import { generatedLibrary, type LibraryRows } from '../../fixtures/generated-library';
import { aKnownPaper } from '../../fixtures/rows';
import { aPaper, aReading, openTestLibrary, rowsOf, type TestLibrary } from './library-for-tests';

async function fill({ db }: TestLibrary, { entries, papers, sightings, dismissals }: LibraryRows) {
  await db.entries.bulkPut(entries);
  await db.papers.bulkPut(papers);
  await db.sightings.bulkPut(sightings);
  await db.dismissals.bulkPut(dismissals);
}

async function backupOf({ db, clock }: TestLibrary): Promise<string> {
  let text = '';
  for await (const chunk of backupChunks(db, clock.time)) text += chunk;
  return text;
}

async function restore(library: TestLibrary, text: string) {
  const { records, problems, dismissals } = await read(backup, text);
  expect(problems).toEqual([]);
  return applyImport(library, records, {}, dismissals);
}

function wordsOf(entry: Entry | undefined): string[] {
  const lines = entry?.note.split('\n').map(foldSpaces) ?? [];
  return [...(entry?.tags ?? []).map((tag) => tag.toLowerCase()), ...lines].filter(Boolean);
}

describe('backupChunks and applyImport', () => {
  it('restore the same library into an empty one', async () => {
    await fc.assert(
      fc.asyncProperty(generatedLibrary, async (rows) => {
        const library = openTestLibrary();
        await fill(library, rows);
        const text = await backupOf(library);
        const restored = openTestLibrary();
        restored.clock.time += 1e9;

        await restore(restored, text);

        expect(await rowsOf(restored)).toStrictEqual(await rowsOf(library));
      }),
      { numRuns: 50 },
    );
  });

  it('change nothing when restored into the same library', async () => {
    await fc.assert(
      fc.asyncProperty(generatedLibrary, async (rows) => {
        const library = openTestLibrary();
        await fill(library, rows);

        const { changes, dismissed } = await restore(library, await backupOf(library));

        expect(changes).toEqual([]);
        expect(dismissed).toEqual([]);
        expect(await library.db.searchOutbox.count()).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it('merge with another library without loss, and can be undone', async () => {
    await fc.assert(
      fc.asyncProperty(generatedLibrary, generatedLibrary, async (rows, others) => {
        const [library, other] = [openTestLibrary(), openTestLibrary()];
        await fill(library, rows);
        await fill(other, others);
        const before = await rowsOf(library);
        const text = await backupOf(other);

        const outcome = await restore(library, text);

        const merged = await rowsOf(library);
        const keys = merged.entries.map(({ citationKey }) => citationKey);
        expect(new Set(keys).size).toBe(keys.length);
        for (const [kept, saved] of [...rows.entries, ...others.entries].map((entry) => {
          const now = merged.entries.find(({ paperId }) => paperId === entry.paperId);
          return [now, entry] as const;
        })) {
          for (const word of wordsOf(saved)) expect(wordsOf(kept)).toContain(word);
          if (saved.removedAt === 0) expect(kept?.removedAt).toBe(0);
        }
        const dismissed = new Set(merged.dismissals.map(({ paperId }) => paperId));
        for (const { paperId } of others.dismissals) expect(dismissed).toContain(paperId);
        expect(merged.dismissals).toEqual(expect.arrayContaining(rows.dismissals));
        expect(await restore(library, text)).toMatchObject({ changes: [], dismissed: [] });

        await undoImport(library, outcome);

        expect(await rowsOf(library)).toStrictEqual(before);
      }),
      { numRuns: 50 },
    );
  });

  it('include saved and removed papers, but not papers only seen', async () => {
    const library = openTestLibrary();
    await recordListing(library, aReading([aPaper(1), aPaper(2), aPaper(3)]), library.clock.time);
    await savePaper(library, aPaper(1));
    await savePaper(library, aPaper(3));
    await removeEntry(library, aPaper(3).id);

    const { entries, papers, sightings } = JSON.parse(await backupOf(library));

    const kept = [aPaper(1).id, aPaper(3).id];
    expect(entries.map(({ paperId }: { paperId: string }) => paperId)).toEqual(kept);
    expect(papers.map(({ id }: { id: string }) => id)).toEqual(kept);
    expect(sightings.map(({ paperId }: { paperId: string }) => paperId)).toEqual(kept);
  });

  it('write thousands of rows in chunks', async () => {
    const library = openTestLibrary();
    const papers = Array.from({ length: 2100 }, (_, number) => aKnownPaper(aPaper(number)));
    await applyImport(
      library,
      papers.map((paper) => ({ paper, entry: {}, line: 1 })),
    );
    const sizes: number[] = [];
    let text = '';
    for await (const chunk of backupChunks(library.db, 1)) {
      sizes.push(chunk.split('\n').length);
      text += chunk;
    }

    expect(Math.max(...sizes)).toBeLessThan(1010);
    expect(JSON.parse(text).entries).toHaveLength(2100);
    expect(JSON.parse(text).papers).toHaveLength(2100);
  });
});
