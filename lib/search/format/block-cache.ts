/** Maximum bytes per page. */
const LIMIT = 4 * 1024 * 1024;

/** An LRU cache of blocks. */
export class BlockCache {
  /** Least recently used first. */
  readonly #blocks = new Map<number, Uint8Array>();
  #size = 0;

  /** `count` blocks from key `first`, if all are cached. */
  range(first: number, count: number): Uint8Array[] | undefined {
    const found: Uint8Array[] = [];
    for (let key = first; key < first + count; key += 1) {
      const block = this.#blocks.get(key);
      if (block === undefined) return undefined;
      found.push(block);
    }
    for (const [index, block] of found.entries()) {
      this.#blocks.delete(first + index);
      this.#blocks.set(first + index, block);
    }
    return found;
  }

  /** Caches blocks from key `first`; evicts the least recently used. */
  keep(first: number, blocks: readonly Uint8Array[]): void {
    for (const [index, block] of blocks.entries()) {
      this.#forget(first + index);
      this.#blocks.set(first + index, block);
      this.#size += block.length;
    }
    for (const key of this.#blocks.keys()) {
      if (this.#size <= LIMIT) break;
      this.#forget(key);
    }
  }

  #forget(key: number): void {
    this.#size -= this.#blocks.get(key)?.length ?? 0;
    this.#blocks.delete(key);
  }
}
