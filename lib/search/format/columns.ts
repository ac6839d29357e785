import type { PaperId } from '@/lib/papers/paper-id';
import { ByteReader, ByteWriter } from './bytes';
import type { SearchDocument } from './document';
import { decodeLines, encodeLines, oneLine } from './lines';

/**
 * Per-document data besides words, ordered by id. Little-endian, like all machines with browsers.
 */
export interface Columns {
  ids: PaperId[];
  /** See `lengthByte`. */
  lengths: Uint8Array;
  savedAt: Float64Array;
  status: Uint8Array;
  publishedOn: Uint32Array;
  upvotes: Int32Array;
  flags: Uint8Array;
  /** One-based index in `organizationNames`; 0: none. */
  organizations: Uint32Array;
  organizationNames: Organization[];
  tags: TagLists;
  tagNames: string[];
  titles: string[];
}

export interface Organization {
  name: string;
  slug: string;
}

export type ColumnsOfDocument = Omit<SearchDocument, 'words' | 'positions' | 'length'> & {
  lengthByte: number;
};

/** Document `d` has `tags[starts[d]]` to before `tags[starts[d + 1]]`, indexes of `tagNames`. */
export interface TagLists {
  starts: Uint32Array;
  tags: Uint32Array;
}

export const decodeColumn: {
  [Name in keyof Columns]: (bytes: Uint8Array<ArrayBuffer>, documents: number) => Columns[Name];
} = {
  // The writer put ids there.
  ids: (bytes) => decodeLines(bytes) as PaperId[],
  lengths: (bytes) => bytes,
  savedAt: ({ buffer }) => new Float64Array(buffer),
  status: (bytes) => bytes,
  publishedOn: ({ buffer }) => new Uint32Array(buffer),
  upvotes: ({ buffer }) => new Int32Array(buffer),
  flags: (bytes) => bytes,
  organizations: ({ buffer }) => new Uint32Array(buffer),
  organizationNames: (bytes) => pairs(decodeLines(bytes)),
  tags: decodeTags,
  tagNames: decodeLines,
  titles: decodeLines,
};

export class ColumnsWriter {
  readonly #ids: PaperId[] = [];
  readonly #lengths: number[] = [];
  readonly #savedAt: number[] = [];
  readonly #status: number[] = [];
  readonly #publishedOn: number[] = [];
  readonly #upvotes: number[] = [];
  readonly #flags: number[] = [];
  readonly #organizations: number[] = [];
  readonly #organizationIndex = new Map<string, number>();
  readonly #tags = new ByteWriter();
  readonly #tagIndex = new Map<string, number>();
  readonly #titles: string[] = [];

  get documents(): number {
    return this.#ids.length;
  }

  /** Ids must ascend. */
  add(document: ColumnsOfDocument): void {
    this.#ids.push(document.id);
    this.#lengths.push(document.lengthByte);
    this.#savedAt.push(document.savedAt);
    this.#status.push(document.status);
    this.#publishedOn.push(document.publishedOn);
    this.#upvotes.push(document.upvotes);
    this.#flags.push(document.flags);
    const { organization } = document;
    this.#organizations.push(
      organization === undefined
        ? 0
        : indexOf(
            this.#organizationIndex,
            `${oneLine(organization.name)}\n${oneLine(organization.slug)}`,
          ) + 1,
    );
    this.#tags.varint(document.tags.length);
    for (const tag of document.tags) this.#tags.varint(indexOf(this.#tagIndex, tag));
    this.#titles.push(document.title);
  }

  /** Column bytes, in quickly encoded pieces. */
  *encode(): Generator<[keyof Columns, Uint8Array]> {
    const organizations = [...this.#organizationIndex.keys()];
    yield* linePieces('ids', this.#ids);
    yield ['lengths', Uint8Array.from(this.#lengths)];
    yield ['savedAt', bytesOf(Float64Array.from(this.#savedAt))];
    yield ['status', Uint8Array.from(this.#status)];
    yield ['publishedOn', bytesOf(Uint32Array.from(this.#publishedOn))];
    yield ['upvotes', bytesOf(Int32Array.from(this.#upvotes))];
    yield ['flags', Uint8Array.from(this.#flags)];
    yield ['organizations', bytesOf(Uint32Array.from(this.#organizations))];
    yield* linePieces(
      'organizationNames',
      organizations.flatMap((both) => both.split('\n')),
    );
    yield ['tags', this.#tags.take()];
    yield* linePieces('tagNames', [...this.#tagIndex.keys()]);
    yield* linePieces('titles', this.#titles);
  }
}

const PIECE = 4096;

function* linePieces(
  name: keyof Columns,
  lines: readonly string[],
): Generator<[keyof Columns, Uint8Array]> {
  for (let start = 0; start < lines.length; start += PIECE) {
    yield [name, encodeLines(lines.slice(start, start + PIECE))];
  }
}

/** A word count in one byte, within about 2 %. */
export function lengthByte(words: number): number {
  return Math.min(255, Math.round(16 * Math.log2(1 + words)));
}

/** The approximate word count. */
export function lengthOf(byte: number): number {
  return 2 ** (byte / 16) - 1;
}

function indexOf(known: Map<string, number>, name: string): number {
  const index = known.get(name) ?? known.size;
  known.set(name, index);
  return index;
}

function bytesOf({ buffer }: { buffer: ArrayBuffer }): Uint8Array {
  return new Uint8Array(buffer);
}

function pairs(lines: readonly string[]): Organization[] {
  return Array.from({ length: lines.length / 2 }, (_, index) => ({
    name: lines[index * 2] ?? '',
    slug: lines[index * 2 + 1] ?? '',
  }));
}

function decodeTags(bytes: Uint8Array, documents: number): TagLists {
  const reader = new ByteReader(bytes);
  const starts = new Uint32Array(documents + 1);
  // Upper bound: one byte per tag.
  const tags = new Uint32Array(bytes.length);
  let count = 0;
  for (let document = 0; document < documents; document += 1) {
    for (let left = reader.varint(); left > 0; left -= 1) tags[count++] = reader.varint();
    starts[document + 1] = count;
  }
  return { starts, tags: tags.slice(0, count) };
}
