import { beforeEach, expect, test, vi } from 'vitest';
import { ImportSession, type ImportStep } from '@/entrypoints/library/import/import-session';
import { importedIds } from '@/entrypoints/library/import/show-imported';
import { readImport, type ReadImport } from '@/lib/pages/import-file';
import type { ImportedRecord } from '@/lib/import/format';
import { setDismissed } from '@/lib/library/seen/dismissals';
import { savePaper } from '@/lib/library/entries/save-paper';
import { Failure } from '@/lib/shared/failure';
import { sightingsThinnedOn } from '@/lib/settings/sightings-thinned-on';
import { useEnglish } from '../../unit/components/english';
import { aPaper, openTestLibrary, type TestLibrary } from '../library/library-for-tests';
import { eventually } from '../../fixtures/eventually';

// Needs a worker, which only a browser has.
vi.mock('@/lib/pages/import-file');

useEnglish();

let library: TestLibrary;
let session: ImportSession;

function record(number: number, entry: ImportedRecord['entry'] = {}): ImportedRecord {
  return { paper: aPaper(number), entry, line: number };
}

function reads(records: ImportedRecord[], more: Partial<ReadImport> = {}): void {
  vi.mocked(readImport).mockImplementation(async (_file, { signal, onProgress } = {}) => {
    onProgress?.(0.5, 1);
    await Promise.resolve();
    signal?.throwIfAborted();
    const format = { id: 'bibtex', label: 'BibTeX' };
    return {
      format,
      encoding: 'utf-8',
      records,
      dismissals: [],
      problems: [],
      problemCount: 0,
      ...more,
    };
  });
}

async function waitForStep<Name extends ImportStep['name']>(name: Name) {
  await eventually(() => expect(session.state.step.name).toBe(name));
  return session.state.step as Extract<ImportStep, { name: Name }>;
}

function files(...names: string[]): File[] {
  return names.map((name) => new File(['…'], name));
}

async function openPreview(records: ImportedRecord[], more?: Partial<ReadImport>) {
  reads(records, more);
  session.read('…');
  return waitForStep('preview');
}

async function apply() {
  session.apply();
  return waitForStep('done');
}

async function saved(): Promise<string[]> {
  const entries = await library.db.entries.toArray();
  return entries.filter(({ removedAt }) => removedAt === 0).map(({ paperId }) => paperId);
}

beforeEach(() => {
  library = openTestLibrary();
  session = new ImportSession(library);
});

test('shows a plan, and writes only when the reader confirms', async () => {
  reads([record(1), record(2)]);
  session.read(files('a.bib', 'b.bib'));
  const preview = await waitForStep('preview');

  expect(preview.sources.map(({ name }) => name)).toEqual(['a.bib', 'b.bib']);
  expect(preview.plan.map(({ kind }) => kind)).toEqual(['new', 'new']);
  expect(await saved()).toEqual([]);

  session.include([aPaper(2).id], false);
  const { made } = await apply();
  expect(made).toMatchObject({ from: '2 files', excluded: 1, undone: false });
  expect(made.counts.new).toBe(1);
  expect(await saved()).toEqual([aPaper(1).id]);
  expect(importedIds(made.outcome)).toEqual([aPaper(1).id]);
});

test('restores the dismissals of a backup, and undoes that', async () => {
  const dismissals = [{ paperId: aPaper(7).id, dismissedAt: 5 }];
  await openPreview([record(1)], { dismissals });
  expect(await library.db.dismissals.count()).toBe(0);
  const { made } = await apply();
  expect(await library.db.dismissals.toArray()).toEqual(dismissals);
  expect(library.announced).toContain(aPaper(7).id);
  session.undo(made);
  await eventually(async () => expect(await library.db.dismissals.count()).toBe(0));
});

test('imports and undoes a backup that contains only dismissals', async () => {
  const dismissals = [{ paperId: aPaper(7).id, dismissedAt: 5 }];
  expect((await openPreview([], { dismissals })).plan).toEqual([]);
  const { made } = await apply();
  expect(made).toMatchObject({ counts: { new: 0 }, excluded: 0, dismissed: 1 });
  expect(await library.db.dismissals.toArray()).toEqual(dismissals);
  session.undo(made);
  await eventually(() => expect(session.state.made).toEqual([]));
  expect(await library.db.dismissals.count()).toBe(0);
});

test('plans each new dismissal once', async () => {
  await setDismissed(library, aPaper(7).id, true);
  reads([], {
    dismissals: [7, 8].map((number) => ({ paperId: aPaper(number).id, dismissedAt: 5 })),
  });
  session.read(files('a.backup.json', 'b.backup.json'));
  const { dismissals } = await waitForStep('preview');
  expect(dismissals).toEqual([{ paperId: aPaper(8).id, dismissedAt: 5 }]);
});

test('schedules thinning again when old sightings were imported', async () => {
  const sighting = {
    paperId: aPaper(1).id,
    listing: 'a',
    day: '2020-01-01',
    at: 1,
    rank: 1,
  } as const;
  for (const [sightings, thinnedOn] of [
    [[], '2026-09-28'],
    [[sighting], null],
  ] as const) {
    await sightingsThinnedOn.write('2026-09-28');
    await openPreview([{ ...record(1), history: { sightings: [...sightings] } }]);
    await apply();
    expect(await sightingsThinnedOn.read()).toBe(thinnedOn);
    session.restart();
  }
});

test('undoes an import, also after later imports', async () => {
  for (const number of [1, 2]) {
    await openPreview([record(number)]);
    await apply();
    session.restart();
  }
  expect(session.state.made).toHaveLength(2);

  session.undo(session.state.made[1]!);
  expect((await waitForStep('done')).made.undone).toBe(true);
  expect(session.state.made).toHaveLength(1);
  expect(await saved()).toEqual([aPaper(2).id]);
});

test('keeps the last ten imports for undo', async () => {
  for (let number = 1; number <= 11; number += 1) {
    await openPreview([record(number)]);
    await apply();
    session.restart();
  }
  expect(session.state.made).toHaveLength(10);
  session.undo(session.state.made[9]!);
  await waitForStep('done');
  expect(await saved()).not.toContain(aPaper(2).id);
});

test('returns to the first step when cancelled while reading', async () => {
  reads([record(1)]);
  session.read('…');
  expect(session.state.step).toMatchObject({ name: 'reading', fraction: 0.5, records: 1 });
  session.cancel();

  await waitForStep('choose');
  expect(session.state).toMatchObject({ cancelled: 'reading', failure: undefined });
});

test('writes nothing and restores the preview when cancelled while importing', async () => {
  await openPreview(Array.from({ length: 1200 }, (_, number) => record(number)));
  session.include([aPaper(7).id], false);
  const stop = session.follow(({ step }) => {
    if (step.name === 'importing' && step.done > 0) session.cancel();
  });
  session.apply();

  await waitForStep('importing');
  const preview = await waitForStep('preview');
  stop();
  expect(session.state.cancelled).toBe('writing');
  expect([...preview.excluded]).toEqual([aPaper(7).id]);
  expect(await library.db.entries.count()).toBe(0);
  expect(await library.db.papers.count()).toBe(0);
});

test('reports a failure with a retry', async () => {
  await openPreview([record(1)]);
  const full = vi
    .spyOn(library.db, 'transaction')
    .mockRejectedValueOnce(new Failure('storage-full') as never);
  session.apply();
  await eventually(() => expect(session.state.failure?.code).toBe('storage-full'));
  expect(session.state.step.name).toBe('preview');
  full.mockRestore();

  session.state.failure?.retry();
  await waitForStep('done');
  expect(session.state.failure).toBeUndefined();
  expect(await saved()).toEqual([aPaper(1).id]);
});

test('ignores a second file while it reads', async () => {
  reads([record(1)]);
  session.read('…');
  session.read('another');
  await waitForStep('preview');

  expect(readImport).toHaveBeenCalledOnce();
});

test('reports a problem for each unreadable file', async () => {
  reads([], { format: undefined, problems: [{ code: 'unknown-format' }], problemCount: 1 });
  session.read(files('a.xyz', 'b.xyz'));
  const step = await waitForStep('unreadable');

  expect(step.problemCount).toBe(2);
  expect(step.sources.map(({ name, problems }) => [name, problems[0]?.code])).toEqual([
    ['a.xyz', 'unknown-format'],
    ['b.xyz', 'unknown-format'],
  ]);
});

test('reports the encoding only when it was guessed', async () => {
  for (const [encoding, reported] of [
    ['windows-1252', 'Windows-1252'],
    ['utf-16le', undefined],
  ] as const) {
    const { sources } = await openPreview([record(1)], { encoding });
    expect(sources[0]?.encoding).toBe(reported);
    session.restart();
  }
});

test('merges edits made while the preview was open', async () => {
  await openPreview([record(1, { tags: ['file'], note: 'From the file.' })]);
  await savePaper(library, aPaper(1));

  const { made } = await apply();
  expect(made.counts).toMatchObject({ new: 0, merges: 1 });
});
