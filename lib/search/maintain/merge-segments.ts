import type { PapershelfDatabase } from '@/lib/db/database';
import type { SearchSegment } from '@/lib/db/search-tables';
import type { PaperId } from '@/lib/papers/paper-id';
import { BlockCache } from '../format/block-cache';
import { BlockWriter } from '../format/block-writer';
import { type Columns, type ColumnsOfDocument, ColumnsWriter, lengthOf } from '../format/columns';
import { isDeleted, noneDeleted } from '../format/deleted';
import { DictionaryWriter, type TermCursor } from '../format/dictionary';
import { GONE, MergedPostings, type TermSource } from './merged-postings';
import { Segment } from '../format/segment';
import { SequentialReader } from '../format/sequential-reader';
import type { Slices } from '@/lib/shared/time-slices';
import { StoredStreams } from '../format/stored-streams';
import { changeIndex, commitChange, deleteBlocks } from './write-index';

/** Bytes of terms per write. */
const LONG = 32 * 1024;

interface Source {
  columns: Columns;
  cursor: TermCursor;
  isOpen: boolean;
  postings: SequentialReader;
  positions: SequentialReader;
  /** See `TermSource`. */
  numbers: Uint32Array;
}

/**
 * Merges segments without deleted documents, block by block; then one transaction replaces them.
 * @throws Overtaken, IndexDamaged, and the signal's reason
 */
export async function mergeSegments(
  db: PapershelfDatabase,
  ids: readonly number[],
  slices: Slices,
): Promise<void> {
  await changeIndex(db, async (begun) => {
    const rows = begun.segments.filter(({ id }) => ids.includes(id));
    const sources = await Promise.all(rows.map((row) => openSource(db, row)));
    await slices.rest();
    const writer = new BlockWriter(db, begun.segmentId);
    const { documents, words } = await mergeColumns(sources, writer, slices);
    await mergeTerms(sources, writer, slices);
    const sizes = await writer.finish();
    const deleted = noneDeleted(documents);
    await commitChange(db, begun, async () => {
      await db.searchSegments.bulkDelete([...ids]);
      for (const id of ids) await deleteBlocks(db, id);
      if (documents === 0) await deleteBlocks(db, begun.segmentId);
      else await db.searchSegments.put({ id: begun.segmentId, documents, words, deleted, sizes });
    });
  });
}

async function openSource(db: PapershelfDatabase, row: SearchSegment): Promise<Source> {
  const stored = new StoredStreams(db, row, new BlockCache());
  const segment = new Segment(row.documents, row.words, stored);
  const numbers = new Uint32Array(row.documents);
  for (let document = 0; document < row.documents; document += 1) {
    if (isDeleted(row.deleted, document)) numbers[document] = GONE;
  }
  const cursor = (await segment.dictionary()).cursor();
  return {
    columns: await allColumns(segment),
    isOpen: cursor.next(),
    cursor,
    postings: new SequentialReader(stored, 'postings', stored.size('postings')),
    positions: new SequentialReader(stored, 'positions', stored.size('positions')),
    numbers,
  };
}

async function allColumns(segment: Segment): Promise<Columns> {
  return {
    ids: await segment.column('ids'),
    lengths: await segment.column('lengths'),
    savedAt: await segment.column('savedAt'),
    status: await segment.column('status'),
    publishedOn: await segment.column('publishedOn'),
    upvotes: await segment.column('upvotes'),
    flags: await segment.column('flags'),
    organizations: await segment.column('organizations'),
    organizationNames: await segment.column('organizationNames'),
    tags: await segment.column('tags'),
    tagNames: await segment.column('tagNames'),
    titles: await segment.column('titles'),
  };
}

/** Writes columns and numbers documents by id; returns totals. */
async function mergeColumns(
  sources: readonly Source[],
  writer: BlockWriter,
  slices: Slices,
): Promise<{ documents: number; words: number }> {
  const merged = new ColumnsWriter();
  let words = 0;
  const heads = sources.map((source) => new DocumentHead(source));
  for (;;) {
    let first = heads[0];
    for (const head of heads) if (first === undefined || head.isBefore(first)) first = head;
    if (first?.id === undefined) break;
    const { source, document } = first;
    source.numbers[document] = merged.documents;
    words += Math.round(lengthOf(source.columns.lengths[document] ?? 0));
    merged.add(documentOf(source.columns, document));
    first.next();
    if (slices.isOver) await slices.rest();
  }
  for (const [name, bytes] of merged.encode()) {
    writer.append(name, bytes);
    if (writer.isFull) await writer.store();
    if (slices.isOver) await slices.rest();
  }
  return { documents: merged.documents, words };
}

/** Skips deleted documents. */
class DocumentHead {
  document = -1;
  /** Undefined at the end. */
  id: PaperId | undefined;

  constructor(readonly source: Source) {
    this.next();
  }

  next(): void {
    const { numbers, columns } = this.source;
    do this.document += 1;
    while (numbers[this.document] === GONE);
    this.id = columns.ids[this.document];
  }

  isBefore({ id }: DocumentHead): boolean {
    return this.id !== undefined && (id === undefined || this.id < id);
  }
}

function documentOf(columns: Columns, document: number): ColumnsOfDocument {
  const { starts, tags } = columns.tags;
  return {
    id: columns.ids[document] ?? 'none:none',
    title: columns.titles[document] ?? '',
    lengthByte: columns.lengths[document] ?? 0,
    savedAt: columns.savedAt[document] ?? 0,
    status: columns.status[document] ?? 0,
    publishedOn: columns.publishedOn[document] ?? 0,
    upvotes: columns.upvotes[document] ?? -1,
    flags: columns.flags[document] ?? 0,
    organization: columns.organizationNames[(columns.organizations[document] ?? 0) - 1],
    tags: Array.from(
      tags.subarray(starts[document], starts[document + 1]),
      (tag) => columns.tagNames[tag] ?? '',
    ),
  };
}

async function mergeTerms(
  sources: readonly Source[],
  writer: BlockWriter,
  slices: Slices,
): Promise<void> {
  const dictionary = new DictionaryWriter();
  const merged = new MergedPostings();
  for (;;) {
    const holding = holdingTheNext(sources);
    const [first] = holding;
    if (first === undefined) break;
    const word = first.cursor.word();
    const terms: TermSource[] = [];
    for (const source of holding) {
      const { cursor, postings, positions, numbers } = source;
      const postingsLength = cursor.postingsEnd - cursor.postingsAt;
      const positionsLength = cursor.positionsEnd - cursor.positionsAt;
      terms.push({
        documents: cursor.documents,
        postings: postings.take(postingsLength) ?? (await postings.read(postingsLength)),
        positions: positions.take(positionsLength) ?? (await positions.read(positionsLength)),
        numbers,
      });
      source.isOpen = cursor.next();
    }
    const documents = merged.add(terms);
    if (documents > 0) {
      dictionary.add(word, documents, merged.postings.length, merged.positions.length);
      writer.append('postings', merged.postings.take());
      writer.append('positions', merged.positions.take());
    }
    if (dictionary.terms.length > LONG) writer.append('terms', dictionary.terms.take());
    if (writer.isFull) await writer.store();
    if (slices.isOver) await slices.rest();
  }
  writer.append('terms', dictionary.terms.take());
  writer.append('termIndex', dictionary.index());
}

/** Sources at the smallest term. */
function holdingTheNext(sources: readonly Source[]): Source[] {
  let holding: Source[] = [];
  for (const source of sources) {
    if (!source.isOpen) continue;
    const difference = holding[0] === undefined ? -1 : source.cursor.compareTo(holding[0].cursor);
    if (difference < 0) holding = [source];
    else if (difference === 0) holding.push(source);
  }
  return holding;
}
