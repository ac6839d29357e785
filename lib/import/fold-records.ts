import { fillPaper } from '@/lib/papers/fill-paper';
import { foldEntries } from '@/lib/papers/merge-entries';
import type { Paper } from '@/lib/papers/paper';
import { arxivIdentifier, type PaperId } from '@/lib/papers/paper-id';
import type { ImportedRecord, PaperHistory } from './format';
import { isPortion, sizeOf } from './portions';

/** A file's data on one paper. */
export interface FoldedRecord extends Omit<ImportedRecord, 'line'> {
  /** In file order. */
  records: ImportedRecord[];
}

const BATCH = 1000;

/**
 * Folds records into one per paper, in order of appearance.
 * @param idOf a record's id in the library, if another
 * @param pause awaited regularly, to keep the page responsive
 */
export async function foldRecords(
  records: readonly ImportedRecord[],
  idOf: (record: ImportedRecord) => PaperId | undefined,
  pause: () => PromiseLike<unknown>,
): Promise<FoldedRecord[]> {
  const folded = new Map<PaperId, FoldedRecord>();
  let size = 0;
  for (const [index, record] of records.entries()) {
    size += sizeOf(record);
    if (index % BATCH === BATCH - 1 || isPortion(size)) {
      await pause();
      size = 0;
    }
    const id = idOf(record) ?? record.paper.id;
    const paper = record.paper.id === id ? record.paper : underId(record.paper, id);
    const former = folded.get(id);
    if (former === undefined) {
      const { entry, history } = record;
      folded.set(id, { paper, entry, ...(history && { history }), records: [record] });
      continue;
    }
    former.paper = fillPaper(former.paper, paper);
    former.entry = foldEntries(former.entry, record.entry);
    if (record.history) former.history = foldHistories(former.history, record.history);
    former.records.push(record);
  }
  return [...folded.values()];
}

/** Keeps a link to arXiv if the identifier is lost. */
function underId(paper: Paper, id: PaperId): Paper {
  const identifier = arxivIdentifier(paper.id);
  const isLost = identifier !== undefined && arxivIdentifier(id) === undefined;
  return {
    ...paper,
    id,
    ...(isLost && { projectPage: paper.projectPage ?? `https://arxiv.org/abs/${identifier}` }),
  };
}

function foldHistories(first: PaperHistory | undefined, second: PaperHistory): PaperHistory {
  return first === undefined
    ? second
    : { ...second, ...first, sightings: [...first.sightings, ...second.sightings] };
}
