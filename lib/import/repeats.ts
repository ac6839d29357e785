import type { PaperId } from '@/lib/papers/paper-id';
import type { ImportedRecord } from './format';
import { sizeOf } from './portions';

// Merging records of one paper costs more each time. In UTF-16 units, with a fixed cost per record;
// above any real file.
const MOST_OF_ONE_PAPER = 5_000_000;
const EACH_RECORD = 50_000;

/**
 * Returns a check of each record, in order: whether it exceeds its paper's limit. False for a
 * paper's first.
 */
export function repeatLimit(): (record: ImportedRecord) => boolean {
  const sizes = new Map<PaperId, number>();
  return (record) => {
    const { id } = record.paper;
    const former = sizes.get(id) ?? 0;
    const size = former + sizeOf(record) + EACH_RECORD;
    if (former > 0 && size > MOST_OF_ONE_PAPER) return true;
    sizes.set(id, size);
    return false;
  };
}
