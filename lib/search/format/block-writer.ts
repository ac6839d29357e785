import type { PapershelfDatabase } from '@/lib/db/database';
import { BLOCK_SIZE, blockKey, type StreamName, STREAMS } from './streams';

/** Bytes per transaction: limits how long readers wait. */
const BATCH = 1024 * 1024;

/** Cuts streams into blocks, stored in batches. */
export class BlockWriter {
  readonly #open = new Map<StreamName, { bytes: Uint8Array; length: number; blocks: number }>();
  #pending: { key: number; bytes: Uint8Array }[] = [];
  #pendingSize = 0;

  constructor(
    private readonly db: PapershelfDatabase,
    private readonly segment: number,
  ) {}

  /** Call `store` if true. */
  get isFull(): boolean {
    return this.#pendingSize >= BATCH;
  }

  /** Copies the bytes. */
  append(stream: StreamName, bytes: Uint8Array): void {
    const open = this.#open.get(stream) ?? {
      bytes: new Uint8Array(BLOCK_SIZE),
      length: 0,
      blocks: 0,
    };
    this.#open.set(stream, open);
    for (let at = 0; at < bytes.length;) {
      const taken = Math.min(bytes.length - at, BLOCK_SIZE - open.length);
      open.bytes.set(bytes.subarray(at, at + taken), open.length);
      open.length += taken;
      at += taken;
      if (open.length === BLOCK_SIZE) this.#close(stream, open);
    }
  }

  /** Stores full blocks; open ones wait for `finish`. */
  async store(): Promise<void> {
    const blocks = this.#pending;
    this.#pending = [];
    this.#pendingSize = 0;
    await this.db.searchBlocks.bulkPut(
      blocks.map(({ bytes }) => bytes),
      blocks.map(({ key }) => key),
    );
  }

  /** Stores the rest; returns sizes in the order of `STREAMS`. */
  async finish(): Promise<number[]> {
    const sizes = STREAMS.map((stream) => {
      const open = this.#open.get(stream);
      return open === undefined ? 0 : open.blocks * BLOCK_SIZE + open.length;
    });
    for (const [stream, open] of this.#open) if (open.length > 0) this.#close(stream, open);
    await this.store();
    return sizes;
  }

  #close(stream: StreamName, open: { bytes: Uint8Array; length: number; blocks: number }): void {
    const key = blockKey(this.segment, stream, open.blocks);
    // A view would be stored with its whole buffer.
    this.#pending.push({ key, bytes: open.bytes.slice(0, open.length) });
    this.#pendingSize += open.length;
    open.length = 0;
    open.blocks += 1;
  }
}
