/** A segment's byte streams. Their order is part of the format. */
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
 * Raise when stream contents, tokenizer (`tokens.ts`, `lib/shared/fold.ts`) or indexed fields
 * change, to rebuild indexes.
 */
export const FORMAT = 3;

/** Bytes per row: Chromium keeps values above 64 KiB in files, which are slow. */
export const BLOCK_SIZE = 32 * 1024;

const BLOCKS_A_STREAM = 2 ** 20;
const STREAMS_A_SEGMENT = 2 ** 5;

/** A block's key; keys of a stream or segment are contiguous. */
export function blockKey(segment: number, stream: StreamName, block: number): number {
  return (segment * STREAMS_A_SEGMENT + STREAMS.indexOf(stream)) * BLOCKS_A_STREAM + block;
}

/** Contiguous with the previous segment's last. */
export function firstKey(segment: number): number {
  return segment * STREAMS_A_SEGMENT * BLOCKS_A_STREAM;
}

export interface StreamSource {
  /** @throws IndexDamaged if incomplete */
  whole(stream: StreamName): Promise<Uint8Array<ArrayBuffer>>;
  /** Adjacent in `STREAMS`, in one read. @throws IndexDamaged if incomplete */
  several(streams: readonly StreamName[]): Promise<Uint8Array<ArrayBuffer>[]>;
  /** From `start` to before `end`. @throws IndexDamaged if incomplete */
  range(stream: StreamName, start: number, end: number): Promise<Uint8Array>;
}

/** The index is corrupt: read it again; if that fails, rebuild it. */
export class IndexDamaged extends Error {
  override readonly name = 'IndexDamaged';
}

/** Decoding corrupt bytes can also throw TypeError or RangeError. */
export function isDamage(error: unknown): boolean {
  return error instanceof IndexDamaged || error instanceof TypeError || error instanceof RangeError;
}
