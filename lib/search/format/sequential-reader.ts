import { BLOCK_SIZE, type StreamName, type StreamSource } from './streams';

/** So much is read ahead. */
const AHEAD = 16 * BLOCK_SIZE;

/** Reads a stream from its beginning to its end, some blocks at a time. */
export class SequentialReader {
  #bytes = new Uint8Array();
  #at = 0;
  /** How much of the stream was read into `#bytes`, now or before. */
  #read = 0;

  constructor(
    private readonly source: StreamSource,
    private readonly stream: StreamName,
    private readonly size: number,
  ) {}

  /** The next bytes if they are in memory: a promise for each of a million terms is too slow. */
  take(length: number): Uint8Array | undefined {
    if (this.#at + length > this.#bytes.length) return undefined;
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** The next bytes. @throws IndexDamaged */
  async read(length: number): Promise<Uint8Array> {
    const rest = this.#bytes.subarray(this.#at);
    const wanted = Math.max(AHEAD, length - rest.length);
    // Up to the end of a block, so that no block is read twice.
    const end = Math.ceil((this.#read + wanted) / BLOCK_SIZE) * BLOCK_SIZE;
    const more = await this.source.range(this.stream, this.#read, Math.min(this.size, end));
    const bytes = new Uint8Array(rest.length + more.length);
    bytes.set(rest);
    bytes.set(more, rest.length);
    this.#bytes = bytes;
    this.#at = length;
    this.#read += more.length;
    return bytes.subarray(0, length);
  }
}
