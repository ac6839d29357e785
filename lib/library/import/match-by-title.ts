import { paperIdFrom } from '@/lib/import/identity';
import type { ImportedRecord } from '@/lib/import/format';
import type { PapershelfDatabase } from '@/lib/db/database';
import { arxivIdentifier, type PaperId } from '@/lib/papers/paper-id';
import { inBatches } from '@/lib/shared/in-batches';
import { libraryIds } from '../queries';

/** The papers of one title, case, accents, spaces and punctuation aside. */
interface Namesakes {
  /** Those that are saved. */
  saved: Set<PaperId>;
  /** Those of the file that have no entry under their id. */
  unknown: Set<PaperId>;
}

/**
 * Which records of a file are one paper by their title alone, the library's or another one of the
 * file: one may name a paper by its arXiv identifier, another by its DOI, a third by neither. Where
 * there are two identifiers of one kind, or two saved papers, nothing is guessed. Awaits nothing but
 * the database, so that it may be part of a transaction, and lets the page go on as it does.
 * @returns the id to take for the id of each such record
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
      // Papers of a backup, which alone has a history, were told apart by a library already.
      if (title === undefined || history !== undefined || known[index] !== undefined) continue;
      const namesakes = titles.get(title);
      if (namesakes === undefined) titles.set(title, { saved: new Set(), unknown: new Set([id]) });
      else namesakes.unknown.add(id);
    }
  });
  if (titles.size > 0) await addSaved(db, titles);
  return new Map([...titles.values()].flatMap(matchesAmong));
}

/** Puts the saved papers of these titles, which are given as ids made of them, to their namesakes. */
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
