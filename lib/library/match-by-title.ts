import { paperIdFrom } from '../import/identity';
import type { ImportedRecord } from '../import/format';
import type { PapershelfDatabase } from '../db/database';
import type { PaperId } from '../papers/paper-id';
import { libraryIds } from './queries';

const BATCH = 1000;

/**
 * Which papers of the library are meant by records that the library knows by no identifier: those
 * with a DOI or nothing but a title, where exactly one saved paper has the same title (case,
 * accents, spaces and punctuation aside). Awaits nothing but the database, so that it may be part
 * of a transaction over papers and entries.
 * @returns the library's id for each such record's
 */
export async function matchByTitle(
  db: PapershelfDatabase,
  records: readonly ImportedRecord[],
): Promise<Map<PaperId, PaperId>> {
  const titles = new Map<PaperId, PaperId>();
  for (const { paper } of records) {
    const title = /^(?:doi|title):/.test(paper.id) && paperIdFrom({ title: paper.title });
    if (title) titles.set(paper.id, title);
  }
  const ids = [...titles.keys()];
  const known = await db.entries.bulkGet(ids);
  const unknown = ids.filter((_, index) => known[index] === undefined);
  if (unknown.length === 0) return new Map();
  const wanted = new Set(unknown.map((id) => titles.get(id)));
  const found = await papersTitled(db, wanted);
  return new Map(
    unknown.flatMap((id) => {
      const papers = found.get(titles.get(id)) ?? [];
      return papers.length === 1 ? papers.map((paper) => [id, paper] as const) : [];
    }),
  );
}

/** The saved papers of each of these titles, which are given as ids made of them. */
async function papersTitled(
  db: PapershelfDatabase,
  wanted: ReadonlySet<PaperId | undefined>,
): Promise<Map<PaperId | undefined, PaperId[]>> {
  const found = new Map<PaperId | undefined, PaperId[]>();
  const ids = await libraryIds(db);
  for (let start = 0; start < ids.length; start += BATCH) {
    for (const paper of await db.papers.bulkGet(ids.slice(start, start + BATCH))) {
      const title = paper && paperIdFrom({ title: paper.title });
      if (paper && wanted.has(title)) found.set(title, [...(found.get(title) ?? []), paper.id]);
    }
  }
  return found;
}
