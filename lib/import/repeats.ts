import type { PaperId } from '@/lib/papers/paper-id';
import type { ImportedRecord } from './format';
import { sizeOf } from './portions';

// What records of one paper say is united one by one, and each costs more than the one before. No
// file has a paper so often, or so much of it: in letters, of which each record makes so many more.
const MOST_OF_ONE_PAPER = 5_000_000;
const EACH_RECORD = 50_000;

/**
 * A function to be asked of each record of a file in turn: whether the file has too much of its
 * paper already, so that it is left out. Never so of the first.
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
