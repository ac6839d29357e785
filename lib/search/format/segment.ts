import { fold } from '@/lib/shared/fold';
import { type Columns, decodeColumn } from './columns';
import { Dictionary } from './dictionary';
import { newestFirst } from './order';
import { IndexDamaged, type StreamName, type StreamSource } from './streams';

export interface EncodedSegment {
  documents: number;
  words: number;
  /** In order within each stream. */
  pieces: [StreamName, Uint8Array][];
}

/** A readable segment; decodes and caches on demand. */
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

  /** Reads what every search needs, in one request. @throws IndexDamaged */
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

  /** Newest save first, then by id. @throws IndexDamaged */
  async newestFirst(): Promise<Uint32Array> {
    this.#newestFirst ??= newestFirst(await this.column('savedAt'));
    return this.#newestFirst;
  }

  /** Documents by title, with sort keys. @throws IndexDamaged */
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

/** Folded, from the first letter or digit; the id if untitled. */
function titleKey(title: string, id: string): string {
  return fold(title === '' ? id : title).replace(/^[^\p{L}\p{N}]+/u, '');
}

/** By UTF-16 units; negative if `a` comes first. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
