import { ABSTRACT, type AskedField, FIELDS, fieldOf, POSITIONS, TITLE } from './document';
import { ByteReader, ByteWriter } from './bytes';

/**
 * A term's postings, one per document, ascending:
 *
 * - varint `2 * gap + plain`, `gap` from the previous document (-1 at first);
 * - unless `plain` (once, in the abstract): a byte with a bit per other field, and the abstract's
 *   count (at most 7);
 * - if in the title: a byte with the first position (at most 255).
 *
 * Positions have their own stream, for phrases: a varint if plain, else varints `2 * gap + more`
 * per field.
 */
export const TITLE_BIT = 1 << TITLE;
const OTHER_FIELDS = 5;
const FIELD_BITS = (1 << OTHER_FIELDS) - 1;
const MOST_COUNTED = 7;
export const PLAIN = 1 << OTHER_FIELDS;
/** Unknown position, adjacent to nothing. */
export const NOT_FOUND = 255;

export class PostingsWriter {
  readonly postings = new ByteWriter();
  readonly positions = new ByteWriter();

  /**
   * Appends a document, `gap` above the previous one (-1 at first), with its positions `found` from
   * `start` to before `end`, ascending.
   */
  add(gap: number, found: Uint32Array, start: number, end: number): void {
    const first = found[start] ?? 0;
    if (end - start === 1 && fieldOf(first) === ABSTRACT) {
      this.postings.varint(gap * 2 + 1);
      this.positions.varint(first % POSITIONS);
      return;
    }
    this.postings.varint(gap * 2);
    this.postings.byte(payloadOf(found, start, end));
    if (fieldOf(first) === TITLE) this.postings.byte(Math.min(first, NOT_FOUND));
    let former = fieldOf(first) * POSITIONS;
    for (let at = start; at < end; at += 1) {
      const position = found[at] ?? 0;
      const next = at + 1 < end ? (found[at + 1] ?? 0) : -1;
      const isMore = fieldOf(next) === fieldOf(position);
      this.positions.varint((position - former) * 2 + (isMore ? 1 : 0));
      former = isMore ? position : fieldOf(next) * POSITIONS;
    }
  }
}

function payloadOf(found: Uint32Array, start: number, end: number): number {
  let fields = 0;
  let inAbstract = 0;
  for (let at = start; at < end; at += 1) {
    const field = fieldOf(found[at] ?? 0);
    if (field === ABSTRACT) inAbstract += 1;
    else fields |= 1 << field;
  }
  return fields | (Math.min(inAbstract, MOST_COUNTED) << OTHER_FIELDS);
}

/** A bit per field but the abstract. */
export function fieldsOf(payload: number): number {
  return payload & FIELD_BITS;
}

/** The bits of a payload about a field. */
export function payloadMask(field: AskedField): number {
  if (field === undefined) return ~0;
  return field === 'abstract' ? MOST_COUNTED << OTHER_FIELDS : 1 << FIELDS.indexOf(field);
}

/** At most 7. */
export function countInAbstract(payload: number): number {
  return payload >> OTHER_FIELDS;
}

export class PostingCursor {
  document = -1;
  payload = 0;
  /** First title position; `NOT_FOUND` if absent or too far. */
  titleAt = NOT_FOUND;
  readonly #reader: ByteReader;
  #left: number;

  constructor(bytes: Uint8Array, at: number, documents: number) {
    this.#reader = new ByteReader(bytes, at);
    this.#left = documents;
  }

  /** Byte offset of the next posting. */
  get at(): number {
    return this.#reader.at;
  }

  /** Moves to the next posting, initially the first; false at the end. */
  next(): boolean {
    if (this.#left === 0) return false;
    this.#left -= 1;
    const value = this.#reader.varint();
    this.document += value >> 1;
    this.titleAt = NOT_FOUND;
    if (value & 1) {
      this.payload = PLAIN;
    } else {
      this.payload = this.#reader.byte();
      if (this.payload & TITLE_BIT) this.titleAt = this.#reader.byte();
    }
    return true;
  }
}

/** Of one posting. */
export function skipPositions(reader: ByteReader, payload: number): void {
  if (payload === PLAIN) {
    reader.varint();
    return;
  }
  for (let lists = countLists(payload); lists > 0; lists -= 1) {
    while (reader.varint() & 1);
  }
}

/** `field * POSITIONS + position`, ascending. */
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
