import { type Columns, decodeColumn } from './columns';
import { Dictionary } from './dictionary';
import { newestFirst } from './order';
import { IndexDamaged, type StreamName, type StreamSource } from './streams';
import { fold } from './tokens';

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
  #dictionary: Dictionary | undefined;
  #newestFirst: Uint32Array | undefined;
  #byTitle: { order: Uint32Array; keys: string[] } | undefined;

  constructor(
    readonly documents: number,
    readonly words: number,
    readonly source: StreamSource,
  ) {}

  /** @throws IndexDamaged */
  async column<Name extends keyof Columns>(name: Name): Promise<Columns[Name]> {
    const known = this.#columns[name];
    if (known !== undefined) return known;
    const column: Columns[Name] = decodeColumn[name](await this.source.whole(name), this.documents);
    if (PER_DOCUMENT.has(name) && 'length' in column && column.length !== this.documents) {
      throw new IndexDamaged(`${name} of ${this.documents} documents`);
    }
    Object.assign(this.#columns, { [name]: column });
    return column;
  }

  /** @throws IndexDamaged */
  async dictionary(): Promise<Dictionary> {
    if (this.#dictionary === undefined) {
      const [terms, index] = await Promise.all([
        this.source.whole('terms'),
        this.source.whole('termIndex'),
      ]);
      this.#dictionary = new Dictionary(terms, new Uint32Array(index.buffer));
    }
    return this.#dictionary;
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
export function titleKey(title: string, id: string): string {
  return fold(title === '' ? id : title).replace(/^[^\p{L}\p{N}]+/u, '');
}

/** Below 0 when `a` comes before `b`, by their UTF-16 units. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
