import type { PaperId } from '@/lib/papers/paper-id';

export interface OutboxLine {
  /** Auto-incremented. */
  seq: number;
  paperId: PaperId;
}

/** A part of the index; immutable except for `deleted`. */
export interface SearchSegment {
  id: number;
  /** Number of documents when written. */
  documents: number;
  /** One bit per document (lowest bit first), set when changed or removed. */
  deleted: Uint8Array;
  /** Total words in its documents. */
  words: number;
  /** Bytes per stream, in the order of `STREAMS` (`lib/search/format/streams.ts`). */
  sizes: number[];
}

export interface SearchState {
  name: 'index';
  /** Byte format of segments and blocks; an index in another is rebuilt. */
  format: number;
  /** Incremented when segments change, to detect stale snapshots. */
  generation: number;
  /** The next segment id; never reused, even if unfinished. */
  nextSegment: number;
}
