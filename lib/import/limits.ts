import { cutFacts, cutNames, cutText, NOTE, TAGS, WORDS } from '@/lib/papers/limits';
import type { ImportedEntry } from '@/lib/papers/merge-entries';
import type { ImportedRecord, PaperHistory } from './format';

/** Papers are listed on few days. */
const SIGHTINGS = 2000;
/** Files other than backups contain less of the reader's words. */
const FOREIGN_NOTE = 1_000_000;
const FOREIGN_TAGS = 1000;

/** The same record if nothing was cut; backups have higher limits. */
export function cutToLimits(record: ImportedRecord): { record: ImportedRecord; wasCut: boolean } {
  const paper = cutFacts(record.paper);
  const isBackup = record.history !== undefined;
  const entry = isBackup
    ? cutEntry(record.entry, NOTE, TAGS)
    : cutEntry(record.entry, FOREIGN_NOTE, FOREIGN_TAGS);
  const history = record.history && cutHistory(record.history);
  const wasCut = paper !== record.paper || entry !== record.entry || history !== record.history;
  return wasCut
    ? { record: { ...record, paper, entry, ...(history && { history }) }, wasCut }
    : { record, wasCut };
}

function cutEntry(entry: ImportedEntry, note: number, tags: number): ImportedEntry {
  return withCuts(entry, {
    note: entry.note && cutText(entry.note, note),
    tags: entry.tags && cutNames(entry.tags, tags),
    citationKey: entry.citationKey && cutText(entry.citationKey, WORDS),
  });
}

function cutHistory(history: PaperHistory): PaperHistory {
  return withCuts(history, {
    sightings:
      history.sightings.length > SIGHTINGS
        ? history.sightings.slice(0, SIGHTINGS)
        : history.sightings,
  });
}

/** The same object when nothing changed. */
function withCuts<T extends object>(whole: T, parts: { [Key in keyof T]?: T[Key] | undefined }): T {
  const cuts = Object.entries(parts).filter(([key, part]) => part !== Reflect.get(whole, key));
  return cuts.length === 0 ? whole : { ...whole, ...Object.fromEntries(cuts) };
}
