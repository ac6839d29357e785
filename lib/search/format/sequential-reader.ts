import { BLOCK_SIZE, type StreamName, type StreamSource } from './streams';

/** Bytes read ahead. */
const AHEAD = 16 * BLOCK_SIZE;

/** Reads some blocks at a time. */
export class SequentialReader {
  #bytes = new Uint8Array();
  #at = 0;
  #read = 0;

  constructor(
    private readonly source: StreamSource,
    private readonly stream: StreamName,
    private readonly size: number,
  ) {}

  /** The next bytes, if buffered: a promise per term, of a million, is slow. */
  take(length: number): Uint8Array | undefined {
    if (this.#at + length > this.#bytes.length) return undefined;
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** @throws IndexDamaged */
  async read(length: number): Promise<Uint8Array> {
    const rest = this.#bytes.subarray(this.#at);
    const wanted = Math.max(AHEAD, length - rest.length);
    // To a block's end, to read none twice.
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
