import { fold } from '@/lib/shared/fold';
import { type Columns, decodeColumn } from './columns';
import { Dictionary } from './dictionary';
import { newestFirst } from './order';
import { IndexDamaged, type StreamName, type StreamSource } from './streams';

/** The bytes of a new segment. */
export interface EncodedSegment {
  documents: number;
  /** How many words all documents have together. */
  words: number;
  /** Pieces of its streams; those of one stream in their order. */
  pieces: [StreamName, Uint8Array][];
}

/** A segment as it is read: what does not change of it, decoded when it is first asked for. */
export class Segment {
  readonly #columns: Partial<Columns> = {};
  #isPrepared = false;
  #dictionary: Dictionary | undefined;
  #newestFirst: Uint32Array | undefined;
  #byTitle: { order: Uint32Array; keys: string[] } | undefined;

  constructor(
    readonly documents: number,
    readonly words: number,
    readonly source: StreamSource,
  ) {}

  /** Reads what every search needs, in one go. @throws IndexDamaged */
  async prepare(): Promise<void> {
    if (this.#isPrepared) return;
    const empty = new Uint8Array();
    const [terms = empty, index = empty, ids = empty, lengths = empty, savedAt = empty] =
      await this.source.several(['terms', 'termIndex', 'ids', 'lengths', 'savedAt']);
    this.#dictionary ??= dictionaryOf(terms, index);
    this.#decode('ids', ids);
    this.#decode('lengths', lengths);
    this.#decode('savedAt', savedAt);
    this.#isPrepared = true;
  }

  /** @throws IndexDamaged */
  async column<Name extends keyof Columns>(name: Name): Promise<Columns[Name]> {
    return this.#columns[name] ?? this.#decode(name, await this.source.whole(name));
  }

  /** @throws IndexDamaged */
  async dictionary(): Promise<Dictionary> {
    this.#dictionary ??= dictionaryOf(
      await this.source.whole('terms'),
      await this.source.whole('termIndex'),
    );
    return this.#dictionary;
  }

  #decode<Name extends keyof Columns>(name: Name, bytes: Uint8Array<ArrayBuffer>): Columns[Name] {
    const known = this.#columns[name];
    if (known !== undefined) return known;
    const column: Columns[Name] = decodeColumn[name](bytes, this.documents);
    if (PER_DOCUMENT.has(name) && 'length' in column && column.length !== this.documents) {
      throw new IndexDamaged(`${name} of ${this.documents} documents`);
    }
    Object.assign(this.#columns, { [name]: column });
    return column;
  }

  /** The documents, newest save first, then by id. @throws IndexDamaged */
  async newestFirst(): Promise<Uint32Array> {
    this.#newestFirst ??= newestFirst(await this.column('savedAt'));
    return this.#newestFirst;
  }

  /** The documents by title, and the key of each that they are compared by. @throws IndexDamaged */
  async byTitle(): Promise<{ order: Uint32Array; keys: readonly string[] }> {
    if (this.#byTitle === undefined) {
      const [titles, ids] = await Promise.all([this.column('titles'), this.column('ids')]);
      const keys = titles.map((title, document) => titleKey(title, ids[document] ?? ''));
      const order = Uint32Array.from(keys, (_, document) => document);
      order.sort((a, b) => compare(keys[a] ?? '', keys[b] ?? ''));
      this.#byTitle = { order, keys };
    }
    return this.#byTitle;
  }
}

function dictionaryOf(terms: Uint8Array, index: Uint8Array<ArrayBuffer>): Dictionary {
  return new Dictionary(terms, new Uint32Array(index.buffer));
}

const PER_DOCUMENT: ReadonlySet<keyof Columns> = new Set([
  'ids',
  'lengths',
  'savedAt',
  'status',
  'publishedOn',
  'upvotes',
  'flags',
  'organizations',
  'titles',
] as const);

/** What titles are sorted by: folded, from the first letter or digit on; the id where there is none. */
function titleKey(title: string, id: string): string {
  return fold(title === '' ? id : title).replace(/^[^\p{L}\p{N}]+/u, '');
}

/** Below 0 when `a` comes before `b`, by their UTF-16 units. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
