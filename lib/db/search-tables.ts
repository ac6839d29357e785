import type { PaperId } from '@/lib/papers/paper-id';

/** One paper that changed, for the search index to take in. */
export interface OutboxLine {
  /** Counts up; given by the database. */
  seq: number;
  paperId: PaperId;
}

/** A part of the search index; immutable but for what was deleted from it. */
export interface SearchSegment {
  id: number;
  /** How many documents it was written with. */
  documents: number;
  /** One bit for each document (the lowest of a byte first): set when it changed or went since. */
  deleted: Uint8Array;
  /** How many words all its documents have together. */
  words: number;
  /** Bytes of each of its streams, in the order of `STREAMS` (`lib/search/format/streams.ts`). */
  sizes: number[];
}

/** What holds for the search index as a whole. */
export interface SearchState {
  name: 'index';
  /** Of the bytes in segments and blocks; an index in another one is made anew. */
  format: number;
  /** Raised by every change of segments, so that a page sees that its copy is old. */
  generation: number;
  /** The id that the next segment gets; given once, even when that segment is never finished. */
  nextSegment: number;
}
