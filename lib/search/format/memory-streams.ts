import { concatenate } from './bytes';
import type { StreamName, StreamSource } from './streams';

export class MemoryStreams implements StreamSource {
  constructor(private readonly pieces: readonly [StreamName, Uint8Array][]) {}

  async whole(stream: StreamName): Promise<Uint8Array<ArrayBuffer>> {
    return concatenate(this.pieces.flatMap(([name, bytes]) => (name === stream ? bytes : [])));
  }

  several(streams: readonly StreamName[]): Promise<Uint8Array<ArrayBuffer>[]> {
    return Promise.all(streams.map((stream) => this.whole(stream)));
  }

  /** `postings` and `positions` are in one piece each. */
  async range(stream: StreamName, start: number, end: number): Promise<Uint8Array> {
    const only = this.pieces.find(([name]) => name === stream);
    return only === undefined ? new Uint8Array() : only[1].subarray(start, end);
  }
}
