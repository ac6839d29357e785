/** The streams of bytes that a segment is made of. Their order is part of the format. */
export const STREAMS = [
  'terms',
  'termIndex',
  'ids',
  'lengths',
  'savedAt',
  'status',
  'publishedOn',
  'upvotes',
  'flags',
  'organizations',
  'organizationNames',
  'tags',
  'tagNames',
  'titles',
  'postings',
  'positions',
] as const;
export type StreamName = (typeof STREAMS)[number];

/**
 * To be raised with every change of what the streams hold, of how words are made (`tokens.ts`,
 * `lib/shared/fold.ts`) and of which fields are indexed: an index of another format is made anew.
 */
export const FORMAT = 2;

/** Bytes in one row: Chromium keeps values above 64 KiB in files of their own, which are slow. */
export const BLOCK_SIZE = 32 * 1024;

const BLOCKS_A_STREAM = 2 ** 20;
const STREAMS_A_SEGMENT = 2 ** 5;

/** The key of a block; those of one stream, and those of one segment, are next to each other. */
export function blockKey(segment: number, stream: StreamName, block: number): number {
  return (segment * STREAMS_A_SEGMENT + STREAMS.indexOf(stream)) * BLOCKS_A_STREAM + block;
}

/** Where the keys of a segment begin; they end before those of the next begin. */
export function firstKey(segment: number): number {
  return segment * STREAMS_A_SEGMENT * BLOCKS_A_STREAM;
}

/** Gives the bytes of a segment's streams. */
export interface StreamSource {
  /** @throws IndexDamaged when it is not all there */
  whole(stream: StreamName): Promise<Uint8Array<ArrayBuffer>>;
  /** Streams that are next to each other in `STREAMS`, in one read. @throws IndexDamaged, likewise */
  several(streams: readonly StreamName[]): Promise<Uint8Array<ArrayBuffer>[]>;
  /** From `start` to before `end`. @throws IndexDamaged when they are not all there */
  range(stream: StreamName, start: number, end: number): Promise<Uint8Array>;
}

/** The index does not hold what it should: to be read anew, and made anew if that does not help. */
export class IndexDamaged extends Error {
  override readonly name = 'IndexDamaged';
}

/** Whether an error says that the index is damaged: bytes that mean nothing fail as they will. */
export function isDamage(error: unknown): boolean {
  return error instanceof IndexDamaged || error instanceof TypeError || error instanceof RangeError;
}
