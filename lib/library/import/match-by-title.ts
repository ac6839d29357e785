import { paperIdFrom } from '@/lib/import/identity';
import type { ImportedRecord } from '@/lib/import/format';
import type { PapershelfDatabase } from '@/lib/db/database';
import { arxivIdentifier, type PaperId } from '@/lib/papers/paper-id';
import { inBatches } from '@/lib/shared/in-batches';
import { existingIds } from '../existing-ids';
import { libraryIds } from '../queries';
import { pause } from './pause';

/** Papers with one title, ignoring case, accents, spaces and punctuation. */
interface Namesakes {
  saved: Set<PaperId>;
  /** In the file, without an entry. */
  unknown: Set<PaperId>;
}

/**
 * Matches records with the library and each other by title alone: their identifiers may be of other
 * kinds, or missing. Skips ambiguous titles (two identifiers of a kind, or two saved papers). Awaits
 * only the database, as transactions require.
 * @returns replacement ids, by record id
 */
export async function matchByTitle(
  db: PapershelfDatabase,
  records: readonly ImportedRecord[],
): Promise<Map<PaperId, PaperId>> {
  const titles = new Map<PaperId, Namesakes>();
  // Only backups have a history; their papers are resolved already.
  const unresolved = records.filter(({ history }) => history === undefined);
  const known = await existingIds(
    db.entries,
    unresolved.map(({ paper }) => paper.id),
  );
  await inBatches(unresolved, {}, async (batch) => {
    for (const { paper } of batch) {
      const { id } = paper;
      const title = known.has(id) ? undefined : paperIdFrom({ title: paper.title });
      if (title === undefined) continue;
      const namesakes = titles.get(title);
      if (namesakes === undefined) titles.set(title, { saved: new Set(), unknown: new Set([id]) });
      else namesakes.unknown.add(id);
    }
    await pause(db);
  });
  if (titles.size > 0) await addSaved(db, titles);
  return new Map([...titles.values()].flatMap(matchesAmong));
}

/** Adds saved papers with these titles. */
async function addSaved(
  db: PapershelfDatabase,
  titles: ReadonlyMap<PaperId, Namesakes>,
): Promise<void> {
  await inBatches(await libraryIds(db), {}, async (batch) => {
    for (const paper of await db.papers.bulkGet(batch)) {
      const title = paper && paperIdFrom({ title: paper.title });
      if (paper && title) titles.get(title)?.saved.add(paper.id);
    }
  });
}

function matchesAmong({ saved, unknown }: Namesakes): [PaperId, PaperId][] {
  const all = [...saved, ...unknown];
  const onArxiv = all.filter((id) => arxivIdentifier(id) !== undefined);
  const withDoi = all.filter((id) => id.startsWith('doi:'));
  if (saved.size > 1 || onArxiv.length > 1 || withDoi.length > 1) return [];
  const [paper] = [...saved, ...onArxiv, ...withDoi];
  return paper === undefined
    ? []
    : [...unknown].filter((id) => id !== paper).map((id) => [id, paper]);
}
