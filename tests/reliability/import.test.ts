import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { EXPORT_FORMATS } from '@/lib/export/registry';
import type { ImportedRecord, ImportProblem } from '@/lib/import/format';
import { readFile } from '@/lib/import/read-file';
import { IMPORT_FORMATS } from '@/lib/import/registry';
import { applyImport } from '@/lib/library/import/import-papers';
import { undoImport } from '@/lib/library/import/undo-import';
import { savePaper } from '@/lib/library/entries/save-paper';
import { cutFacts } from '@/lib/papers/limits';
import { isPaperId, isStoredId } from '@/lib/papers/paper-id';
import type { Dismissal } from '@/lib/papers/seen-and-dismissed';
import { soundEntry, soundPaper } from '@/lib/papers/sound-rows';
import { aPaper, openTestLibrary, rowsOf } from '../integration/library/library-for-tests';
import { read } from '../unit/import/read';
import { countOr, counter, givenPath } from './how-long';
import { brokenFile, countedFile } from './mutated-files';

const countFile = counter('import files');

const options = (few: number, part: number) => ({
  numRuns: Math.ceil(countOr(few) * part),
  ...(givenPath && { path: givenPath }),
});

async function readAll(content: Uint8Array | string) {
  const records: ImportedRecord[] = [];
  const dismissals: Dismissal[] = [];
  const problems: ImportProblem[] = [];
  for await (const batch of readFile(content, 'a-file')) {
    records.push(...batch.records);
    dismissals.push(...batch.dismissals);
    problems.push(...batch.problems);
    expect(batch.fraction).toBeLessThanOrEqual(1);
  }
  return { records, dismissals, problems };
}

/** Ids, addresses and lines have their form, and no object got a field from the file. */
function expectWellFormed({ records, problems }: Awaited<ReturnType<typeof readAll>>): void {
  for (const { paper, history, line } of records) {
    expect(history === undefined ? isPaperId(paper.id) : isStoredId(paper.id), paper.id).toBe(true);
    expect(cutFacts(paper)).toBe(paper);
    expect(paper.title).not.toMatch(/[\r\n]/);
    expect(line).toBeGreaterThan(0);
    for (const address of [paper.githubRepo, paper.projectPage, paper.thumbnail]) {
      if (address !== undefined) expect(address).toMatch(/^https?:\/\/[^@/]*(?:\/|$|[?#])/i);
    }
  }
  for (const { line = 1, excerpt = '' } of problems) {
    expect(line).toBeGreaterThan(0);
    expect(excerpt.length).toBeLessThanOrEqual(200);
  }
  // No name in a file becomes one of every object.
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)['id']).toBeUndefined();
}

/** Imports into a library with a paper: every row is sound, a repeat changes nothing, an undo all. */
async function expectStorable({ records, dismissals }: Awaited<ReturnType<typeof readAll>>) {
  const library = openTestLibrary();
  await savePaper(library, aPaper(1));
  const before = await rowsOf(library);
  library.clock.time += 1000;
  const outcome = await applyImport(library, records, {}, dismissals);
  const { entries, papers } = await rowsOf(library);
  for (const entry of entries) expect(soundEntry(entry.paperId, entry)).toBe(entry);
  for (const paper of papers) expect(soundPaper(paper.id, paper)).toBe(paper);
  const exported = entries.map((entry) => ({
    entry,
    paper: papers.find(({ id }) => id === entry.paperId)!,
  }));
  for (const format of EXPORT_FORMATS) format.write(exported, 1);
  library.clock.time += 1000;
  const again = await applyImport(library, records, {}, dismissals);
  expect([again.changes, again.dismissed]).toEqual([[], []]);
  await undoImport(library, outcome);
  expect(await rowsOf(library)).toEqual(before);
  library.db.close();
}

test('each entry of a file is a record or a problem, whatever its values', async () => {
  await fc.assert(
    fc.asyncProperty(countedFile, fc.nat(20), async ({ format, text, entries }, draw) => {
      const to = IMPORT_FORMATS.find(({ id }) => id === format)!;
      const { records, problems } = await read(to, text);
      expect(records.length + problems.length).toBe(entries);
      const all = await readAll(text);
      expectWellFormed(all);
      if (draw === 0) await expectStorable(all);
      countFile();
    }),
    options(150, 0.5),
  );
});

test('a broken file is read as far as it goes, and poisons nothing', async () => {
  await fc.assert(
    fc.asyncProperty(brokenFile, fc.nat(20), async (bytes, draw) => {
      const all = await readAll(bytes);
      expect(all.records.length + all.dismissals.length + all.problems.length).toBeGreaterThan(0);
      expectWellFormed(all);
      if (draw === 0) await expectStorable(all);
      countFile();
    }),
    options(150, 0.5),
  );
});
