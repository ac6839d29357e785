import type { Dismissal } from '@/lib/papers/seen-and-dismissed';
import { decodeText, type Encoding } from './decode';
import type { ImportedRecord, ImportItem, ImportProblem } from './format';
import { cutToLimits } from './limits';
import { isPortion, sizeOf } from './portions';
import { problemOf } from './reference';
import { formatOf } from './registry';
import { repeatLimit } from './repeats';

export interface ReadFile {
  /** Undefined if not recognised. */
  format: { id: string; label: string } | undefined;
  /** Undefined for binary data. */
  encoding: Encoding | undefined;
}

/** Items in file order. */
export interface ReadBatch {
  records: ImportedRecord[];
  dismissals: Dismissal[];
  problems: ImportProblem[];
  /** Fraction of lines read, 0 to 1. */
  fraction: number;
}

/** Maximum per batch; fewer if large. */
const BATCH = 500;

/** Above any real library; the page holds all in memory. */
const MOST_ENTRIES = 200_000;

/**
 * Reads a file of any format in batches; never throws.
 * @param content bytes, or pasted text
 * @returns the detected format and encoding
 */
export async function* readFile(
  content: Uint8Array | string,
  fileName: string,
): AsyncGenerator<ReadBatch, ReadFile> {
  const decoded =
    typeof content === 'string'
      ? { text: content, encoding: 'utf-8' as const, otherLine: undefined }
      : decodeText(content);
  if (decoded === undefined) {
    yield failure('not-text');
    return { format: undefined, encoding: undefined };
  }
  const { text, encoding, otherLine } = decoded;
  const format = formatOf(text, fileName);
  if (format === undefined) {
    yield failure(text.trim() === '' ? 'nothing-found' : 'unknown-format');
    return { format: undefined, encoding };
  }
  if (otherLine !== undefined) {
    yield { ...newBatch(), problems: [{ code: 'mixed-encoding', line: otherLine }] };
  }
  yield* batches(format.read(text), countLines(text));
  return { format: { id: format.id, label: format.label }, encoding };
}

async function* batches(
  items: Iterable<ImportItem> | AsyncIterable<ImportItem>,
  lines: number,
): AsyncGenerator<ReadBatch, void> {
  let batch = newBatch();
  let size = 0;
  let isEmpty = true;
  let found = 0;
  const isTooMuch = repeatLimit();
  for await (const item of items) {
    isEmpty = false;
    const line = lineOf(item);
    if (item.kind === 'problem') batch.problems.push(item.problem);
    else if (item.kind === 'dismissal') batch.dismissals.push(item.dismissal);
    else {
      found += 1;
      if (found > MOST_ENTRIES) {
        batch.problems.push({ code: 'too-many', line });
        break;
      }
      const { record, wasCut } = cutToLimits(item.record);
      const isDropped = isTooMuch(record);
      if (!isDropped) {
        batch.records.push(record);
        size += sizeOf(record);
      }
      if (wasCut || isDropped) {
        batch.problems.push(problemOf('too-long', line, record.paper.title));
      }
    }
    const held = batch.records.length + batch.dismissals.length + batch.problems.length;
    if (held < BATCH && !isPortion(size)) continue;
    yield { ...batch, fraction: Math.min(1, line / lines) };
    batch = newBatch();
    size = 0;
  }
  if (isEmpty) batch.problems.push({ code: 'nothing-found' });
  yield { ...batch, fraction: 1 };
}

function newBatch(): ReadBatch {
  return { records: [], dismissals: [], problems: [], fraction: 0 };
}

function lineOf(item: ImportItem): number {
  switch (item.kind) {
    case 'record':
      return item.record.line;
    case 'dismissal':
      return item.line;
    case 'problem':
      return item.problem.line ?? 0;
  }
}

function failure(code: ImportProblem['code']): ReadBatch {
  return { ...newBatch(), problems: [{ code }], fraction: 1 };
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
