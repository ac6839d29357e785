import { ColumnsWriter, lengthByte } from './columns';
import { ByteWriter } from './bytes';
import { DictionaryWriter } from './dictionary';
import type { SearchDocument } from './document';
import { addPosting, type TermPostings } from './postings';
import type { EncodedSegment } from './segment';
import type { Slices } from '@/lib/shared/time-slices';

/**
 * Builds a segment. Documents are added once each, by ascending id, for binary search and for
 * merging without sorting.
 */
export class SegmentBuilder {
  readonly #columns = new ColumnsWriter();
  readonly #terms = new Map<string, TermPostings>();
  #words = 0;

  add(document: SearchDocument): void {
    const number = this.#columns.documents;
    this.#columns.add({ ...document, lengthByte: lengthByte(document.length) });
    this.#words += document.length;
    for (const [word, positions] of document.words) {
      let term = this.#terms.get(word);
      if (term === undefined) {
        term = { documents: 0, lastDocument: -1, postings: [], positions: [] };
        this.#terms.set(word, term);
      }
      addPosting(term, number, positions);
    }
  }

  /** The segment; undefined if empty. Yields between `slices`, if given. */
  async finish(slices?: Slices): Promise<EncodedSegment | undefined> {
    const { documents } = this.#columns;
    if (documents === 0) return undefined;
    const dictionary = new DictionaryWriter();
    const postings = new ByteWriter();
    const positions = new ByteWriter();
    // By UTF-16 units, like the dictionary.
    for (const word of [...this.#terms.keys()].sort()) {
      const term = this.#terms.get(word);
      if (term === undefined) continue;
      dictionary.add(word, term.documents, term.postings.length, term.positions.length);
      postings.bytes(term.postings);
      positions.bytes(term.positions);
      if (slices?.isOver) await slices.rest();
    }
    return {
      documents,
      words: this.#words,
      pieces: [
        ...this.#columns.encode(),
        ['terms', dictionary.terms.take()],
        ['termIndex', dictionary.index()],
        ['postings', postings.take()],
        ['positions', positions.take()],
      ],
    };
  }
}
