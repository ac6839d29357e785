import { ByteReader, ByteWriter } from './bytes';
import { IndexDamaged } from './streams';
import { LONGEST_WORD } from './tokens';

/**
 * Terms are sorted by UTF-16 units, without the prefix shared with the previous one. Every
 * `RESTART`th is whole and in `termIndex`, as 32-bit offsets of itself, its postings and its
 * positions.
 */
const RESTART = 32;
const NUMBERS_A_RESTART = 3;

/** Ranges are in bytes, ends exclusive. */
export interface Term {
  word: string;
  /** Including deleted ones. */
  documents: number;
  postingsAt: number;
  postingsEnd: number;
  positionsAt: number;
  positionsEnd: number;
}

/** Writes ascending terms of at most `LONGEST_WORD` units. */
export class DictionaryWriter {
  readonly terms = new ByteWriter();
  readonly #restarts: number[] = [];
  #count = 0;
  #former = '';
  #termsAt = 0;
  #postingsAt = 0;
  #positionsAt = 0;

  /** Lengths are in bytes. */
  add(word: string, documents: number, postingsLength: number, positionsLength: number): void {
    const before = this.terms.length;
    if (this.#count % RESTART === 0) {
      this.#restarts.push(this.#termsAt, this.#postingsAt, this.#positionsAt);
      this.#former = '';
    }
    const shared = sharedLength(this.#former, word);
    this.terms.varint(shared);
    this.terms.varint(word.length - shared);
    for (let at = shared; at < word.length; at += 1) this.terms.varint(word.charCodeAt(at));
    this.terms.varint(documents);
    this.terms.varint(postingsLength);
    this.terms.varint(positionsLength);
    this.#former = word;
    this.#count += 1;
    this.#termsAt += this.terms.length - before;
    this.#postingsAt += postingsLength;
    this.#positionsAt += positionsLength;
  }

  /** Bytes of `termIndex`. */
  index(): Uint8Array {
    return new Uint8Array(Uint32Array.from(this.#restarts).buffer);
  }
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}

/** Starts before the first term. */
export class TermCursor {
  /** UTF-16 units; leftovers beyond `length`. */
  readonly units = new Uint16Array(LONGEST_WORD);
  length = 0;
  documents = 0;
  postingsAt: number;
  postingsEnd: number;
  positionsAt: number;
  positionsEnd: number;
  readonly #reader: ByteReader;

  constructor(terms: Uint8Array, termsAt: number, postingsAt: number, positionsAt: number) {
    this.#reader = new ByteReader(terms, termsAt);
    this.postingsAt = this.postingsEnd = postingsAt;
    this.positionsAt = this.positionsEnd = positionsAt;
  }

  /** Moves to the next term; false at the end. @throws IndexDamaged */
  next(): boolean {
    const reader = this.#reader;
    if (reader.at >= reader.bytes.length) return false;
    const shared = reader.varint();
    const length = shared + reader.varint();
    if (length > LONGEST_WORD) throw new IndexDamaged(`a word of ${length} units`);
    for (let at = shared; at < length; at += 1) this.units[at] = reader.varint();
    this.length = length;
    this.documents = reader.varint();
    this.postingsAt = this.postingsEnd;
    this.postingsEnd += reader.varint();
    this.positionsAt = this.positionsEnd;
    this.positionsEnd += reader.varint();
    return true;
  }

  /** Negative if the term precedes `word`, 0 if equal. */
  compare(word: string): number {
    const length = Math.min(word.length, this.length);
    for (let at = 0; at < length; at += 1) {
      const difference = (this.units[at] ?? 0) - word.charCodeAt(at);
      if (difference !== 0) return difference;
    }
    return this.length - word.length;
  }

  /** Negative if this term precedes, 0 if equal. */
  compareTo(other: TermCursor): number {
    const length = Math.min(this.length, other.length);
    for (let at = 0; at < length; at += 1) {
      const difference = (this.units[at] ?? 0) - (other.units[at] ?? 0);
      if (difference !== 0) return difference;
    }
    return this.length - other.length;
  }

  startsWith(word: string): boolean {
    if (this.length < word.length) return false;
    for (let at = 0; at < word.length; at += 1) {
      if (this.units[at] !== word.charCodeAt(at)) return false;
    }
    return true;
  }

  /** The current term; empty before the first. */
  word(): string {
    return String.fromCharCode(...this.units.subarray(0, this.length));
  }

  /** A copy of the current term. */
  term(): Term {
    const { documents, postingsAt, postingsEnd, positionsAt, positionsEnd } = this;
    return { word: this.word(), documents, postingsAt, postingsEnd, positionsAt, positionsEnd };
  }
}

/** Reads what a `DictionaryWriter` wrote. @throws IndexDamaged if it is corrupt */
export class Dictionary {
  constructor(
    private readonly terms: Uint8Array,
    private readonly restarts: Uint32Array,
  ) {}

  /** Starts before the first term. */
  cursor(): TermCursor {
    return this.#restart(0);
  }

  find(word: string): Term | undefined {
    const [term] = this.#from(word, (cursor) => cursor.compare(word) === 0);
    return term;
  }

  /** Ascending; their postings are contiguous. */
  startingWith(prefix: string): Term[] {
    return this.#from(prefix, (cursor) => cursor.startsWith(prefix));
  }

  /** Terms from the first not before `word`, while `fits`. */
  #from(word: string, fits: (cursor: TermCursor) => boolean): Term[] {
    let low = 0;
    let high = this.restarts.length / NUMBERS_A_RESTART;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      const cursor = this.#restart(middle);
      if (cursor.next() && cursor.compare(word) <= 0) low = middle;
      else high = middle;
    }
    const cursor = this.#restart(low);
    const terms: Term[] = [];
    while (cursor.next()) {
      if (cursor.compare(word) < 0) continue;
      if (!fits(cursor)) break;
      terms.push(cursor.term());
    }
    return terms;
  }

  #restart(index: number): TermCursor {
    const at = index * NUMBERS_A_RESTART;
    const { restarts } = this;
    return new TermCursor(
      this.terms,
      restarts[at] ?? 0,
      restarts[at + 1] ?? 0,
      restarts[at + 2] ?? 0,
    );
  }
}
