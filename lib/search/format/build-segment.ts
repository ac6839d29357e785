import { addTo } from '@/lib/shared/add-to';
import type { Slices } from '@/lib/shared/time-slices';
import { ColumnsWriter, lengthByte } from './columns';
import { DictionaryWriter } from './dictionary';
import type { SearchDocument } from './document';
import { PostingsWriter } from './postings';
import type { EncodedSegment } from './segment';

/** Words between looks at the clock. */
const SOME = 4096;

/**
 * Builds a segment. Add each document once, by ascending id, for binary search and merging. Words
 * are numbers: garbage collection of lists, one for each word of each document, would take a third
 * of the time.
 */
export class SegmentBuilder {
  readonly #columns = new ColumnsWriter();
  /** By first occurrence. */
  readonly #terms = new Map<string, number>();
  // By word, in order.
  readonly #term = new Numbers();
  readonly #document = new Numbers();
  readonly #position = new Numbers();

  add(document: SearchDocument): void {
    const number = this.#columns.documents;
    this.#columns.add({ ...document, lengthByte: lengthByte(document.length) });
    const { words, positions } = document;
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at] ?? '';
      let term = this.#terms.get(word);
      if (term === undefined) {
        term = this.#terms.size;
        this.#terms.set(word, term);
      }
      this.#term.add(term);
      this.#document.add(number);
      this.#position.add(positions[at] ?? 0);
    }
  }

  /** The segment; undefined if empty. Yields between `slices`, if given. */
  async finish(slices?: Slices): Promise<EncodedSegment | undefined> {
    const { documents } = this.#columns;
    if (documents === 0) return undefined;
    const dictionary = new DictionaryWriter();
    const writer = new PostingsWriter();
    const byTerm = await this.#wordsByTerm(slices);
    for (const word of await sortedTerms(this.#terms.keys(), slices)) {
      const term = this.#terms.get(word) ?? 0;
      const [postingsAt, positionsAt] = [writer.postings.length, writer.positions.length];
      const count = writeTerm(writer, byTerm, byTerm.starts[term] ?? 0, byTerm.ends[term] ?? 0);
      const postingsLength = writer.postings.length - postingsAt;
      dictionary.add(word, count, postingsLength, writer.positions.length - positionsAt);
      if (slices?.isOver) await slices.rest();
    }
    return {
      documents,
      words: this.#term.length,
      pieces: [
        ...this.#columns.encode(),
        ['terms', dictionary.terms.take()],
        ['termIndex', dictionary.index()],
        ['postings', writer.postings.take()],
        ['positions', writer.positions.take()],
      ],
    };
  }

  /** Counting sort by term. */
  async #wordsByTerm(slices: Slices | undefined): Promise<WordsByTerm> {
    const { length } = this.#term;
    const { values: terms } = this.#term;
    const starts = new Uint32Array(this.#terms.size);
    for (let at = 0; at < length; at += 1) starts[terms[at] ?? 0]! += 1;
    let sum = 0;
    for (let term = 0; term < starts.length; term += 1) {
      const count = starts[term] ?? 0;
      starts[term] = sum;
      sum += count;
    }
    const ends = starts.slice();
    const documents = new Uint32Array(length);
    const positions = new Uint32Array(length);
    for (let at = 0; at < length; at += 1) {
      const term = terms[at] ?? 0;
      const end = ends[term] ?? 0;
      const document = this.#document.values[at] ?? 0;
      const position = this.#position.values[at] ?? 0;
      // Words beyond the last position share it.
      const isRepeated =
        end > (starts[term] ?? 0) &&
        documents[end - 1] === document &&
        positions[end - 1] === position;
      if (!isRepeated) {
        documents[end] = document;
        positions[end] = position;
        ends[term] = end + 1;
      }
      if (at % SOME === 0 && slices?.isOver) await slices.rest();
    }
    return { starts, ends, documents, positions };
  }
}

/** Of all words; a term's are from `starts` to before `ends`. */
interface WordsByTerm {
  starts: Uint32Array;
  ends: Uint32Array;
  documents: Uint32Array;
  positions: Uint32Array;
}

/** Returns the number of documents. */
function writeTerm(
  writer: PostingsWriter,
  { documents, positions }: WordsByTerm,
  start: number,
  end: number,
): number {
  let count = 0;
  let former = -1;
  for (let at = start; at < end;) {
    const document = documents[at] ?? 0;
    const first = at;
    while (at < end && documents[at] === document) at += 1;
    writer.add(document - former, positions, first, at);
    former = document;
    count += 1;
  }
  return count;
}

/** By UTF-16 units, like the dictionary; in parts, as sorting cannot be interrupted. */
async function sortedTerms(terms: Iterable<string>, slices: Slices | undefined): Promise<string[]> {
  const byBeginning = new Map<number, string[]>();
  for (const term of terms) {
    addTo(byBeginning, term.charCodeAt(0) * 2 ** 16 + (term.charCodeAt(1) || 0), term);
  }
  const sorted: string[] = [];
  for (const beginning of [...byBeginning.keys()].sort((a, b) => a - b)) {
    for (const term of byBeginning.get(beginning)?.sort() ?? []) sorted.push(term);
    if (slices?.isOver) await slices.rest();
  }
  return sorted;
}

/** Growing, unsigned 32-bit. */
class Numbers {
  values = new Uint32Array(1024);
  length = 0;

  add(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }
}
