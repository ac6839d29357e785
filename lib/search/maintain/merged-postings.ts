import { ByteReader, ByteWriter } from '../format/bytes';
import { PLAIN, PostingCursor, skipPositions, TITLE_BIT } from '../format/postings';

export interface TermSource {
  documents: number;
  postings: Uint8Array;
  positions: Uint8Array;
  /** Each document's number in the merged segment, ascending; `GONE` if deleted. */
  numbers: Uint32Array;
}

/** Above all numbers. */
export const GONE = 0xffff_ffff;

export class MergedPostings {
  readonly postings = new ByteWriter();
  readonly positions = new ByteWriter();

  /** Adds a term (take the former's bytes first); returns its document count. */
  add(sources: readonly TermSource[]): number {
    const heads = sources.map((source) => new Head(source));
    let documents = 0;
    let former = -1;
    for (;;) {
      let first = heads[0];
      for (const head of heads) if (first === undefined || head.number < first.number) first = head;
      if (first === undefined || first.number === GONE) return documents;
      this.#write(first, first.number - former);
      former = first.number;
      documents += 1;
      first.next();
    }
  }

  #write({ cursor: { payload, titleAt }, positions, start }: Head, gap: number): void {
    if (payload === PLAIN) {
      this.postings.varint(gap * 2 + 1);
    } else {
      this.postings.varint(gap * 2);
      this.postings.byte(payload);
      if (payload & TITLE_BIT) this.postings.byte(titleAt);
    }
    this.positions.copy(positions.bytes, start, positions.at);
  }
}

/** Iterates, skipping deleted documents. */
class Head {
  readonly cursor: PostingCursor;
  /** After the posting's positions. */
  readonly positions: ByteReader;
  /** Where they begin. */
  start = 0;
  number = 0;
  readonly #numbers: Uint32Array;

  constructor({ postings, positions, documents, numbers }: TermSource) {
    this.cursor = new PostingCursor(postings, 0, documents);
    this.positions = new ByteReader(positions);
    this.#numbers = numbers;
    this.next();
  }

  next(): void {
    this.number = GONE;
    while (this.number === GONE && this.cursor.next()) {
      this.start = this.positions.at;
      skipPositions(this.positions, this.cursor.payload);
      this.number = this.#numbers[this.cursor.document] ?? GONE;
    }
  }
}
