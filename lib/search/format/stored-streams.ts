import type { PapershelfDatabase } from '@/lib/db/database';
import type { SearchSegment } from '@/lib/db/search-tables';
import { BlockCache } from './block-cache';
import { concatenate } from './bytes';
import {
  BLOCK_SIZE,
  blockKey,
  IndexDamaged,
  type StreamName,
  STREAMS,
  type StreamSource,
} from './streams';

/**
 * Reads a stored segment's streams; caches range reads.
 * @throws IndexDamaged if a block is missing or has another length
 */
export class StoredStreams implements StreamSource {
  constructor(
    private readonly db: PapershelfDatabase,
    private readonly segment: SearchSegment,
    private readonly cache: BlockCache,
  ) {}

  async whole(stream: StreamName): Promise<Uint8Array<ArrayBuffer>> {
    const blocks = await this.#blocks(stream, 0, stream, this.#blockCount(stream));
    return this.#joined(stream, blocks);
  }

  async several(streams: readonly StreamName[]): Promise<Uint8Array<ArrayBuffer>[]> {
    const [first, last] = [streams[0], streams.at(-1)];
    if (first === undefined || last === undefined) return [];
    const blocks = await this.#blocks(first, 0, last, this.#blockCount(last));
    let at = 0;
    return streams.map((stream) => {
      const start = at;
      at += this.#blockCount(stream);
      return this.#joined(stream, blocks.slice(start, at));
    });
  }

  async range(stream: StreamName, start: number, end: number): Promise<Uint8Array> {
    if (start >= end) return new Uint8Array();
    const first = Math.floor(start / BLOCK_SIZE);
    const last = Math.ceil(end / BLOCK_SIZE);
    const blocks = this.cache.range(blockKey(this.segment.id, stream, first), last - first);
    if (blocks === undefined) {
      const read = await this.#blocks(stream, first, stream, last);
      this.cache.keep(blockKey(this.segment.id, stream, first), read);
      return this.#cut(stream, read, start - first * BLOCK_SIZE, end - start);
    }
    return this.#cut(stream, blocks, start - first * BLOCK_SIZE, end - start);
  }

  /** In bytes. */
  size(stream: StreamName): number {
    return this.segment.sizes[STREAMS.indexOf(stream)] ?? 0;
  }

  #cut(stream: StreamName, blocks: Uint8Array[], start: number, length: number): Uint8Array {
    const [only] = blocks;
    const whole = only !== undefined && blocks.length === 1 ? only : concatenate(blocks);
    const bytes = whole.subarray(start, start + length);
    if (bytes.length !== length) throw this.#damaged(stream);
    return bytes;
  }

  #joined(stream: StreamName, blocks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
    const bytes = concatenate(blocks);
    if (bytes.length !== this.size(stream)) throw this.#damaged(stream);
    return bytes;
  }

  #damaged(stream: StreamName): IndexDamaged {
    return new IndexDamaged(`${stream} of segment ${this.segment.id}`);
  }

  #blockCount(stream: StreamName): number {
    return Math.ceil(this.size(stream) / BLOCK_SIZE);
  }

  /** From block `start` of `first` to before block `end` of `last`. */
  async #blocks(
    first: StreamName,
    start: number,
    last: StreamName,
    end: number,
  ): Promise<Uint8Array[]> {
    const { id } = this.segment;
    return this.db.searchBlocks
      .where(':id')
      .between(blockKey(id, first, start), blockKey(id, last, end))
      .toArray();
  }
}
