import { uniqueCitationKeys } from '@/lib/export/citation-key';
import type { FoldedRecord } from '@/lib/import/fold-records';
import { fieldMerges, filledFacts, unchangedFacts, mergeRecord } from '@/lib/import/merge-record';
import type { PlannedPaper } from '@/lib/library/import/import-papers';
import type { ImportedEntry } from '@/lib/papers/merge-entries';
import type { Entry } from '@/lib/papers/entry';
import type { KnownPaper, Paper } from '@/lib/papers/paper';
import { aKnownPaper, anEntry } from '../../fixtures/rows';

const NOW = Date.UTC(2026, 10, 23);

interface Given {
  paper?: Partial<KnownPaper>;
  /** Its library rows; undefined if new. */
  known?: { paper?: Partial<KnownPaper>; entry?: Partial<Entry> };
  takenKeys?: readonly string[];
  file?: ImportedEntry;
  facts?: Partial<Paper>;
  line?: number;
}

/** The plan for one paper, by the library's rules. */
export function plannedPaper(given: Given): PlannedPaper {
  const { paper, known, takenKeys = [], file = {}, facts, line = 1 } = given;
  const row = aKnownPaper(paper);
  const { firstSeenAt: _, lastSeenAt: __, ...read } = { ...row, ...facts };
  const record: FoldedRecord = {
    paper: read,
    entry: file,
    records: [{ paper: read, entry: file, line }],
  };
  const rows = {
    paper: known && { ...row, ...known.paper },
    entry: known?.entry && anEntry({ paperId: row.id, ...known.entry }),
  };
  const keyFrom = uniqueCitationKeys((key) => takenKeys.includes(key));
  const merged = mergeRecord(rows, record, keyFrom, NOW);
  return {
    ...merged,
    record,
    byTitle: false,
    fields: fieldMerges(merged, file),
    facts: filledFacts(merged),
    unchangedFacts: unchangedFacts(merged, read),
  };
}
