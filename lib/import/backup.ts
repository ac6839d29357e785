import { BACKUP_VERSION } from '@/lib/export/backup';
import { addTo } from '@/lib/shared/add-to';
import type { Entry } from '@/lib/papers/entry';
import type { ImportedEntry } from '@/lib/papers/merge-entries';
import type { PaperId } from '@/lib/papers/paper-id';
import type { Sighting } from '@/lib/papers/sighting';
import { backupPieces, type BackupPiece } from './backup-rows';
import type { ImportFormat, ImportItem, PaperHistory } from './format';
import { problemAt } from './reference';
import { dismissalRow, entryRow, paperRow, sightingRow, type BackupPaper } from './stored-rows';

/** A Papershelf backup, in any JSON layout. */
export const backup: ImportFormat = {
  id: 'backup',
  label: 'Papershelf backup',
  recognises: (beginning) =>
    /^\s*\{/.test(beginning) && /"format"\s*:\s*"papershelf-backup"/.test(beginning),
  *read(text) {
    const rows: Rows = { entries: [], dismissals: [], papers: new Map(), sightings: new Map() };
    for (const piece of backupPieces(text)) {
      if (piece.kind === 'version') {
        if (Number(piece.value) > BACKUP_VERSION) {
          yield { kind: 'problem', problem: { code: 'newer-backup' } };
          return;
        }
      } else {
        const wrong = take(piece, rows);
        if (wrong !== undefined) yield wrong;
      }
    }
    yield* records(rows);
    yield* rows.dismissals;
  },
};

/** Validated rows. */
interface Rows {
  entries: { entry: ImportedEntry & Pick<Entry, 'paperId'>; line: number }[];
  dismissals: (ImportItem & { kind: 'dismissal' })[];
  papers: Map<PaperId, BackupPaper>;
  sightings: Map<PaperId, Sighting[]>;
}

/** Adds a piece, or returns its problem. */
function take(
  piece: Exclude<BackupPiece, { kind: 'version' }>,
  { entries, dismissals, papers, sightings }: Rows,
): ImportItem | undefined {
  const { line } = piece;
  if (piece.kind === 'bad-row') return problemAt('bad-entry', line, piece.text);
  if (piece.kind !== 'row') return problemAt(piece.kind, line, '');
  const { table, value } = piece;
  if (table === 'entries') {
    const entry = entryRow(value);
    if (entry === undefined) return problemAt('no-identity', line, JSON.stringify(value));
    entries.push({ entry, line });
  } else if (table === 'dismissals') {
    const dismissal = dismissalRow(value);
    if (dismissal === undefined) return problemAt('no-identity', line, JSON.stringify(value));
    dismissals.push({ kind: 'dismissal', dismissal, line });
  } else if (table === 'papers') {
    const paper = paperRow(value);
    if (paper === undefined) return problemAt('no-identity', line, JSON.stringify(value));
    if (!papers.has(paper.id)) papers.set(paper.id, paper);
  } else {
    const sighting = sightingRow(value);
    // Dropped silently: nothing the reader wrote.
    if (sighting !== undefined) addTo(sightings, sighting.paperId, sighting);
  }
  return undefined;
}

/** One per entry, even without a paper row; other papers are not in the library. */
function* records({ entries, papers, sightings }: Rows): Generator<ImportItem> {
  for (const { entry: row, line } of entries) {
    const { paperId: id, ...entry } = row;
    const { firstSeenAt, lastSeenAt, completion, ...paper }: BackupPaper = papers.get(id) ?? {
      id,
      title: '',
    };
    const history: PaperHistory = {
      ...(firstSeenAt !== undefined && { firstSeenAt }),
      ...(lastSeenAt !== undefined && { lastSeenAt }),
      ...(completion && { completion }),
      sightings: sightings.get(id) ?? [],
    };
    yield { kind: 'record', record: { paper, entry, history, line } };
  }
}
