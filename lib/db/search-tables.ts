import type { PaperId } from '@/lib/papers/paper-id';

/** A changed paper to index. */
export interface OutboxLine {
  /** Auto-incremented. */
  seq: number;
  paperId: PaperId;
}

/** A part of the search index; immutable except for `deleted`. */
export interface SearchSegment {
  id: number;
  /** Number of documents when written. */
  documents: number;
  /** One bit per document (a byte's lowest first), set when changed or removed. */
  deleted: Uint8Array;
  /** Total words in its documents. */
  words: number;
  /** Bytes of each stream, in the order of `STREAMS` (`lib/search/format/streams.ts`). */
  sizes: number[];
}

/** State of the index. */
export interface SearchState {
  name: 'index';
  /** Byte format of segments and blocks; an index in another one is rebuilt. */
  format: number;
  /** Incremented when segments change, so that pages notice stale snapshots. */
  generation: number;
  /** The next segment id; never reused, even if that segment is never finished. */
  nextSegment: number;
}
