import { paperIdFrom } from '@/lib/import/identity';
import type { ImportedRecord } from '@/lib/import/format';
import type { PapershelfDatabase } from '@/lib/db/database';
import { arxivIdentifier, type PaperId } from '@/lib/papers/paper-id';
import { inBatches } from '@/lib/shared/in-batches';
import { libraryIds } from '../queries';

/** Papers with one title, ignoring case, accents, spaces and punctuation. */
interface Namesakes {
  saved: Set<PaperId>;
  /** Papers of the file without an entry. */
  unknown: Set<PaperId>;
}

/**
 * Matches records with the library and each other by title alone: one may have an arXiv identifier,
 * another a DOI, a third neither. Skips ambiguous titles (two identifiers of one kind, or two saved
 * papers). Awaits only the database, as transactions require; that also yields to the page.
 * @returns replacement ids, by record id
 */
export async function matchByTitle(
  db: PapershelfDatabase,
  records: readonly ImportedRecord[],
): Promise<Map<PaperId, PaperId>> {
  const titles = new Map<PaperId, Namesakes>();
  await inBatches(records, {}, async (batch) => {
    const known = await db.entries.bulkGet(batch.map(({ paper }) => paper.id));
    for (const [index, { paper, history }] of batch.entries()) {
      const { id } = paper;
      const title = paperIdFrom({ title: paper.title });
      // Only backups have a history; their library already resolved the papers.
      if (title === undefined || history !== undefined || known[index] !== undefined) continue;
      const namesakes = titles.get(title);
      if (namesakes === undefined) titles.set(title, { saved: new Set(), unknown: new Set([id]) });
      else namesakes.unknown.add(id);
    }
  });
  if (titles.size > 0) await addSaved(db, titles);
  return new Map([...titles.values()].flatMap(matchesAmong));
}

/** Adds saved papers with these titles, keyed by title id. */
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
