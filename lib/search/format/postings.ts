import { ABSTRACT, AUTHORS, fieldOf, POSITIONS, TITLE } from './document';
import { ByteReader } from './bytes';

/**
 * How a term's postings are written. One posting for each document, ascending:
 *
 * - varint `2 * gap + plain`, `gap` from the document before (from -1 for the first);
 * - unless `plain` (once, in the abstract): a byte with a bit for each other field that holds the
 *   term, and how often (at most 7) the abstract does;
 * - if the title does: a byte with where it stands there first (at most 255).
 *
 * Its positions are in a stream of their own, which only phrases read: of a plain posting a varint,
 * else for each field that holds it varints `2 * gap + more`.
 */
export const AUTHORS_BIT = 1 << AUTHORS;
export const TITLE_BIT = 1 << TITLE;
const OTHER_FIELDS = 5;
const FIELD_BITS = (1 << OTHER_FIELDS) - 1;
const MOST_COUNTED = 7;
export const PLAIN = 1 << OTHER_FIELDS;
/** Where a term in a title stands when nobody knows: not next to anything. */
export const FAR = 255;

/** Bytes of a term's postings as they are collected. */
export interface TermPostings {
  documents: number;
  lastDocument: number;
  postings: number[];
  positions: number[];
}

/** Adds the document (above the last one) with the positions of the term in it. */
export function addPosting(term: TermPostings, document: number, found: readonly number[]): void {
  const gap = document - term.lastDocument;
  const first = found[0] ?? 0;
  term.lastDocument = document;
  term.documents += 1;
  if (found.length === 1 && fieldOf(first) === ABSTRACT) {
    pushVarint(term.postings, gap * 2 + 1);
    pushVarint(term.positions, first % POSITIONS);
    return;
  }
  pushVarint(term.postings, gap * 2);
  term.postings.push(payloadOf(found));
  if (fieldOf(first) === TITLE) term.postings.push(Math.min(first, FAR));
  let former = fieldOf(first) * POSITIONS;
  for (let at = 0; at < found.length; at += 1) {
    const position = found[at] ?? 0;
    const next = found[at + 1] ?? -1;
    const isMore = fieldOf(next) === fieldOf(position);
    pushVarint(term.positions, (position - former) * 2 + (isMore ? 1 : 0));
    former = isMore ? position : fieldOf(next) * POSITIONS;
  }
}

function payloadOf(found: readonly number[]): number {
  let fields = 0;
  let inAbstract = 0;
  for (const position of found) {
    if (fieldOf(position) === ABSTRACT) inAbstract += 1;
    else fields |= 1 << fieldOf(position);
  }
  return fields | (Math.min(inAbstract, MOST_COUNTED) << OTHER_FIELDS);
}

/** Which of the fields hold the term, the abstract aside, as bits. */
export function fieldsOf(payload: number): number {
  return payload & FIELD_BITS;
}

/** How often the abstract holds the term, at most 7. */
export function countInAbstract(payload: number): number {
  return payload >> OTHER_FIELDS;
}

/** Goes through the postings of one term. */
export class PostingCursor {
  document = -1;
  payload = 0;
  /** Where the title holds the term first; `FAR` when it does not. */
  titleAt = FAR;
  readonly #reader: ByteReader;
  #left: number;

  constructor(bytes: Uint8Array, at: number, documents: number) {
    this.#reader = new ByteReader(bytes, at);
    this.#left = documents;
  }

  /** Where the next posting begins in the bytes. */
  get at(): number {
    return this.#reader.at;
  }

  next(): boolean {
    if (this.#left === 0) return false;
    this.#left -= 1;
    const value = this.#reader.varint();
    this.document += value >> 1;
    this.titleAt = FAR;
    if (value & 1) {
      this.payload = PLAIN;
    } else {
      this.payload = this.#reader.byte();
      if (this.payload & TITLE_BIT) this.titleAt = this.#reader.byte();
    }
    return true;
  }
}

/** Passes over the positions of one posting. */
export function skipPositions(reader: ByteReader, payload: number): void {
  if (payload === PLAIN) {
    reader.varint();
    return;
  }
  for (let lists = countLists(payload); lists > 0; lists -= 1) {
    while (reader.varint() & 1);
  }
}

/** Calls `visit` with the positions of one posting, `field * POSITIONS + position`, ascending. */
export function readPositions(
  reader: ByteReader,
  payload: number,
  visit: (position: number) => void,
): void {
  if (payload === PLAIN) {
    visit(ABSTRACT * POSITIONS + reader.varint());
    return;
  }
  for (let field = 0; field <= ABSTRACT; field += 1) {
    const isHeld = field === ABSTRACT ? payload >= PLAIN : (payload >> field) & 1;
    if (!isHeld) continue;
    let position = field * POSITIONS;
    for (let value = 1; value & 1;) {
      value = reader.varint();
      position += value >> 1;
      visit(position);
    }
  }
}

function countLists(payload: number): number {
  let lists = payload >= PLAIN ? 1 : 0;
  for (let fields = fieldsOf(payload); fields > 0; fields &= fields - 1) lists += 1;
  return lists;
}

function pushVarint(bytes: number[], value: number): void {
  let rest = value;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  bytes.push(rest);
}
