import { makeBackupIfDue } from '@/lib/backups/automatic';
import { makeBackupByHand } from '@/lib/backups/by-hand';
import { acceptLibrary } from '@/lib/backups/lost-library';
import { keepSecondCopy } from '@/lib/backups/second-copy/second-copy';
import { fetchDueLists } from '@/lib/daily-fetch/fetch-due';
import type { ImportedRecord } from '@/lib/import/format';
import { readFile } from '@/lib/import/read-file';
import { putBackDamaged, removeDamaged } from '@/lib/library/damaged-rows';
import { changeCards, undoCardChange } from '@/lib/library/entries/bulk-card-changes';
import { changeEntries, undoChange } from '@/lib/library/entries/change-entries';
import { editEntry, removeEntry, restoreEntry } from '@/lib/library/entries/edit-entry';
import { saveKnownPaper, savePaper } from '@/lib/library/entries/save-paper';
import { backupChunks } from '@/lib/library/export/write-backup';
import { thinOnceADay } from '@/lib/library/history/thin-sightings';
import { applyImport } from '@/lib/library/import/import-papers';
import { undoImport } from '@/lib/library/import/undo-import';
import { addQuotation, undoQuotation } from '@/lib/library/quotations/quote';
import { claimCompletion, completePaper } from '@/lib/library/record/complete-paper';
import { recordDay } from '@/lib/library/record/record-day';
import { recordListing } from '@/lib/library/record/record-listing';
import { recordPaperPage } from '@/lib/library/record/record-paper';
import { setDismissed } from '@/lib/library/seen/dismissals';
import { markAllSeen, markSeen, unmarkSeen } from '@/lib/library/seen/seen';
import { deleteTags, renameTags } from '@/lib/library/tags/change-tags';
import { emptyTrash, putBackInTrash } from '@/lib/library/trash/trash';
import type { Dismissal } from '@/lib/papers/seen-and-dismissed';
import { noteForSearch } from '@/lib/search/maintain/outbox';
import { maintainIndex, maintainIndexIfNeeded } from '@/lib/search/maintain/maintain-index';
import { backupFailure } from '@/lib/settings/backup-failure';
import { backupSchedule } from '@/lib/settings/backup-schedule';
import { cardFilter } from '@/lib/settings/card-filter-setting';
import { sightingsThinnedOn } from '@/lib/settings/sightings-thinned-on';
import { aPaper, aReading, type TestLibrary } from '../integration/library/library-for-tests';
import { LISTING, REMOVED, SEEN, WITHOUT_AUTHORS } from './library-in-use';

/** Something that writes. */
export interface UseCase {
  name: string;
  run(library: TestLibrary, begun: unknown): Promise<unknown>;
  /** What precedes it; `run` gets the result, also when it is repeated. */
  begin: ((library: TestLibrary) => Promise<unknown>) | undefined;
}

function useCase(name: string, run: (library: TestLibrary) => Promise<unknown>): UseCase;
function useCase<Begun>(
  name: string,
  begin: (library: TestLibrary) => Promise<Begun>,
  run: (library: TestLibrary, begun: Begun) => Promise<unknown>,
): UseCase;
function useCase(name: string, ...steps: UseCase['run'][]): UseCase {
  const [run, begin] = steps.toReversed() as [UseCase['run'], UseCase['begin']];
  return { name, run, begin };
}

const id = (number: number) => aPaper(number).id;
const NEW = aPaper(21);
const FEW = [aPaper(1), aPaper(3), aPaper(11), aPaper(17), aPaper(21), aPaper(22)];
const IDS = [1, 2, 4, 5, 8].map(id);
const TAG = { kind: 'add-tag', tag: 'later' } as const;
const QUOTED = { text: 'A sentence.\nAnother.', url: 'https://arxiv.org/abs/2609.00021' };
const PAGE = aReading(
  [1, 2, 11, 15, 16, 20, 23, 24].map((number) => aPaper(number, { upvotes: 200, comments: 3 })),
  LISTING,
);
const FILE: ImportedRecord[] = [1, 2, 11, 18, 21, 22].map((number, index) => ({
  paper: { ...aPaper(number), abstract: `Of shelf ${number}.` },
  entry: { tags: ['imported', 'nlp'], note: `From the file, ${number}.`, status: 'read' },
  line: index + 1,
}));
const DISMISSALS: Dismissal[] = [{ paperId: id(19), dismissedAt: 5 }];

/**
 * Every use case that writes, some after what precedes it. A new one is one more line: the sweeps
 * kill it, fill the disk under it, and run it beside each other one.
 */
export const USE_CASES: readonly UseCase[] = [
  useCase('save', (library) => savePaper(library, NEW)),
  useCase('save from the trash', (library) => savePaper(library, aPaper(REMOVED[0]))),
  useCase('save a known paper', (library) => saveKnownPaper(library, id(SEEN[1]))),
  useCase('note', (library) =>
    editEntry(library, id(1), { kind: 'note', base: '', text: 'Another thought.' }),
  ),
  useCase('tag', (library) => editEntry(library, id(2), TAG)),
  useCase('take a tag off', (library) =>
    editEntry(library, id(2), { kind: 'remove-tag', tag: 'nlp' }),
  ),
  useCase('status', (library) => editEntry(library, id(3), { kind: 'status', status: 'reading' })),
  useCase('rating', (library) => editEntry(library, id(2), { kind: 'rating', rating: 5 })),
  useCase('tag a paper that is not saved', (library) => editEntry(library, id(SEEN[2]), TAG)),
  useCase('dismiss', (library) => setDismissed(library, id(18), true)),
  useCase('take back a dismissal', (library) => setDismissed(library, id(SEEN[0]), false)),
  useCase('remove', (library) => removeEntry(library, id(1))),
  useCase('restore', (library) => restoreEntry(library, id(REMOVED[1]))),
  useCase('quotation', (library) => addQuotation(library, NEW, QUOTED)),
  useCase(
    'undo of a quotation',
    (library) => addQuotation(library, aPaper(1), QUOTED),
    (library, added) => undoQuotation(library, id(1), added),
  ),
  useCase('bulk change of cards', (library) => changeCards(library, FEW, TAG)),
  useCase('dismissal of cards', (library) => changeCards(library, FEW, { kind: 'dismiss' })),
  useCase(
    'undo of a bulk change of cards',
    (library) => changeCards(library, FEW, TAG),
    (library, { undo }) => undoCardChange(library, undo!),
  ),
  useCase('bulk change', (library) => changeEntries(library, IDS, TAG)),
  useCase('bulk removal', (library) => changeEntries(library, IDS, { kind: 'remove' })),
  useCase(
    'undo of a bulk change',
    (library) => changeEntries(library, IDS, { kind: 'remove' }),
    (library, changed) => undoChange(library, changed),
  ),
  useCase('tag rename', (library) => renameTags(library, ['nlp'], 'language')),
  useCase('tag merge', (library) => renameTags(library, ['nlp', 'vision'], 'vision')),
  useCase('tag deletion', (library) => deleteTags(library, ['nlp'])),
  useCase(
    'undo of a tag deletion',
    (library) => deleteTags(library, ['nlp']),
    (library, changed) => undoChange(library, changed),
  ),
  useCase('import', (library) => applyImport(library, FILE, {}, DISMISSALS)),
  useCase(
    'undo of an import',
    (library) => applyImport(library, FILE, {}, DISMISSALS),
    (library, outcome) => undoImport(library, outcome),
  ),
  useCase(
    'restore of a backup',
    async (library) => {
      const text = await backupOf(library);
      await editEntry(library, id(1), { kind: 'note', base: '', text: 'Since the backup.' });
      await library.db.entries.bulkDelete([id(2), id(3)]);
      await library.db.papers.delete(id(2));
      await library.db.dismissals.clear();
      await noteForSearch(library.db, [id(2), id(3)]);
      return text;
    },
    async (library, text) => {
      const { records, dismissals } = await recordsIn(text);
      return applyImport(library, records, {}, dismissals);
    },
  ),
  useCase('visit', (library) => recordListing(library, PAGE, library.clock.time)),
  useCase('daily list of a day', (library) => recordDay(library, PAGE)),
  useCase('daily list', (library) =>
    fetchDueLists(library, { pause: async () => {}, wantedAt: library.clock.time }),
  ),
  useCase('paper page', (library) => recordPaperPage(library, aPaper(1, { upvotes: 300 }))),
  useCase('completion', async (library) => {
    const paperId = id(WITHOUT_AUTHORS);
    await claimCompletion(library, paperId);
    await completePaper(library, paperId, aPaper(WITHOUT_AUTHORS));
  }),
  useCase('cards seen', (library) => markSeen(library, [18, 19, 20].map(id), LISTING)),
  useCase('all marked as seen', (library) => markAllSeen(library, [18, 19, 20].map(id))),
  useCase('undo of marking as seen', (library) => unmarkSeen(library, [17, 18].map(id))),
  useCase('trash emptied', (library) => emptyTrash(library, REMOVED.map(id))),
  useCase(
    'undo of emptying the trash',
    (library) => emptyTrash(library, REMOVED.map(id)),
    (library, entries) => putBackInTrash(library, entries),
  ),
  useCase(
    'removal of a damaged row',
    (library) => damage(library, 5),
    (library) => removeDamaged(library, id(5)),
  ),
  useCase(
    'undo of removing a damaged row',
    async (library) => {
      await damage(library, 5);
      return removeDamaged(library, id(5));
    },
    (library, rows) => putBackDamaged(library, rows),
  ),
  useCase('old sightings thinned', (library) => thinOnceADay(library, sightingsThinnedOn)),
  useCase('index maintenance', ({ db }) => maintainIndex(db)),
  useCase(
    'index rebuilt',
    async ({ db }) => {
      await db.searchState.update('index', { format: 1 });
    },
    ({ db }) => maintainIndexIfNeeded(db),
  ),
  useCase('second copy', (library) => keepSecondCopy(library)),
  useCase(
    'second copy, again',
    async (library) => {
      await keepSecondCopy(library);
      await editEntry(library, id(1), TAG);
      library.clock.time += 3_600_000;
    },
    (library) => keepSecondCopy(library),
  ),
  useCase('automatic backup', async (library) => {
    // As an hour after a failure.
    await backupFailure.write(null);
    await makeBackupIfDue(library);
  }),
  useCase('backup by hand', (library) => makeBackupByHand(library, () => {})),
  useCase('a library accepted', ({ db }) => acceptLibrary(db)),
  useCase('setting', () => backupSchedule.write({ every: 'week', keep: 3 })),
  useCase('changed setting', () => cardFilter.change((former) => ({ ...former, read: true }))),
];

/** A full backup. */
export async function backupOf({ db, clock }: TestLibrary): Promise<string> {
  let text = '';
  for await (const chunk of backupChunks(db, clock.time)) text += chunk;
  return text;
}

/** What an import reads from a file. */
export async function recordsIn(text: string) {
  const records: ImportedRecord[] = [];
  const dismissals: Dismissal[] = [];
  for await (const batch of readFile(text, 'papershelf.backup.json')) {
    records.push(...batch.records);
    dismissals.push(...batch.dismissals);
  }
  return { records, dismissals };
}

async function damage({ db }: TestLibrary, number: number): Promise<void> {
  await db.entries.update(id(number), { tags: 7 as never });
  await noteForSearch(db, [id(number)]);
}
