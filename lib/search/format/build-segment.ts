import { ColumnsWriter, lengthByte } from './columns';
import { ByteWriter } from './bytes';
import { DictionaryWriter } from './dictionary';
import type { SearchDocument } from './document';
import { addPosting, type TermPostings } from './postings';
import type { EncodedSegment } from './segment';
import type { Slices } from '@/lib/shared/time-slices';

/**
 * Collects documents into a new segment. They are added in the order of their ids, no id twice;
 * so a document is found by its id, and segments are merged without sorting.
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

  /** The segment, undefined when nothing was added. Rests between its `slices`, if there are any. */
  async finish(slices?: Slices): Promise<EncodedSegment | undefined> {
    const { documents } = this.#columns;
    if (documents === 0) return undefined;
    const dictionary = new DictionaryWriter();
    const postings = new ByteWriter();
    const positions = new ByteWriter();
    // By their UTF-16 units, as a dictionary has them.
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
