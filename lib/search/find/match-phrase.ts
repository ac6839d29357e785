import { intersect } from './arrays';
import { ByteReader } from '../format/bytes';
import type { Term } from '../format/dictionary';
import { type AskedField, FIELDS, fieldOf, POSITIONS } from '../format/document';
import { countMatches, type Matches } from './matches';
import { termsIn } from './match-word';
import type { PhrasePlan } from './plan';
import { payloadMask, PostingCursor, readPositions, skipPositions } from '../format/postings';
import type { Part, Snapshot } from './snapshot';
import { inverseFrequency, PAYLOAD_WEIGHTS, wordScore } from './weights';

/** Positions per document. */
const PLACES = 8 * POSITIONS;

/**
 * Documents with the words in a row, within one text of a field. Exhaustive: reads positions of
 * every document with all words.
 * @throws IndexDamaged
 */
export async function matchPhrase(
  snapshot: Snapshot,
  plan: Pick<PhrasePlan, 'words' | 'prefix' | 'field'>,
): Promise<Matches> {
  const scores = new Float32Array(snapshot.documents);
  await Promise.all(
    snapshot.parts.map(async (part) => {
      const words = await Promise.all(
        plan.words.map(async (word, index) =>
          termsIn(part, word, plan.prefix && index === plan.words.length - 1),
        ),
      );
      if (words.some((terms) => terms.length === 0)) return;
      const weigh = (document: number, weight: number): void => {
        const at = part.base + document;
        scores[at] = Math.max(scores[at] ?? 0, weight);
      };
      if (words.length === 1) await matchOneWord(part, words[0] ?? [], plan.field, weigh);
      else await matchWords(part, words, plan.field, weigh);
    }),
  );
  const matches = { scores, titleAt: undefined };
  const frequency = inverseFrequency(countMatches(snapshot, matches), snapshot.liveCount);
  for (let at = 0; at < scores.length; at += 1) {
    const weight = scores[at] ?? 0;
    if (weight > 0) scores[at] = wordScore(frequency, weight, 1) * plan.words.length;
  }
  return matches;
}

/** Without positions: the payload suffices. */
async function matchOneWord(
  part: Part,
  terms: readonly Term[],
  field: AskedField,
  weigh: (document: number, weight: number) => void,
): Promise<void> {
  const mask = payloadMask(field);
  for (const { cursor } of await cursors(part, terms, 'postings')) {
    while (cursor.next()) {
      const weight = PAYLOAD_WEIGHTS[cursor.payload & mask] ?? 0;
      if (weight > 0) weigh(cursor.document, weight);
    }
  }
}

async function matchWords(
  part: Part,
  words: readonly (readonly Term[])[],
  field: AskedField,
  weigh: (document: number, weight: number) => void,
): Promise<void> {
  const candidates = await documentsWithAll(part, words, payloadMask(field));
  const asked = field && FIELDS.indexOf(field);
  let places: Float64Array | undefined;
  for (const [index, terms] of words.entries()) {
    const here = await placesOf(part, terms, index, asked, candidates);
    places = places === undefined ? here : inBoth(places, here);
    if (places.length === 0) return;
  }
  for (const place of places ?? []) {
    weigh(Math.floor(place / PLACES), weightOf(fieldOf(place % PLACES)));
  }
}

/** 1 for each document with a term of every word, in the masked fields. */
async function documentsWithAll(
  part: Part,
  words: readonly (readonly Term[])[],
  mask: number,
): Promise<Uint8Array> {
  const found = new Uint8Array(part.segment.documents).fill(1);
  for (const terms of words) {
    const here = new Uint8Array(found.length);
    for (const { cursor } of await cursors(part, terms, 'postings')) {
      while (cursor.next()) if (cursor.payload & mask) here[cursor.document] = 1;
    }
    intersect(found, here);
  }
  return found;
}

/**
 * Phrase starts implied by word `index`, ascending: `document * PLACES + field * POSITIONS +
 * position`.
 */
async function placesOf(
  part: Part,
  terms: readonly Term[],
  index: number,
  field: number | undefined,
  candidates: Uint8Array,
): Promise<Float64Array> {
  const places: number[] = [];
  for (const { cursor, positions } of await cursors(part, terms, 'positions')) {
    while (cursor.next()) {
      if (candidates[cursor.document] !== 1) {
        skipPositions(positions, cursor.payload);
        continue;
      }
      const document = cursor.document * PLACES;
      readPositions(positions, cursor.payload, (position) => {
        if (field !== undefined && fieldOf(position) !== field) return;
        places.push(document + position - index);
      });
    }
  }
  const ascending = Float64Array.from(places);
  return terms.length === 1 ? ascending : ascending.sort();
}

async function cursors(
  { segment: { source } }: Part,
  terms: readonly Term[],
  wanted: 'postings' | 'positions',
): Promise<{ cursor: PostingCursor; positions: ByteReader }[]> {
  const [first, last] = [terms[0], terms.at(-1)];
  if (first === undefined || last === undefined) return [];
  const [postings, positions] = await Promise.all([
    source.range('postings', first.postingsAt, last.postingsEnd),
    wanted === 'positions'
      ? source.range('positions', first.positionsAt, last.positionsEnd)
      : new Uint8Array(),
  ]);
  return terms.map((term) => ({
    cursor: new PostingCursor(postings, term.postingsAt - first.postingsAt, term.documents),
    positions: new ByteReader(positions, term.positionsAt - first.positionsAt),
  }));
}

/** Of ascending lists. */
function inBoth(a: Float64Array, b: Float64Array): Float64Array {
  const both: number[] = [];
  let at = 0;
  for (const place of a) {
    while (at < b.length && (b[at] ?? 0) < place) at += 1;
    if (b[at] === place) both.push(place);
  }
  return Float64Array.from(both);
}

/** The weight of a single occurrence. */
function weightOf(field: number): number {
  // The abstract is the last field, so its bit is the count's lowest.
  return PAYLOAD_WEIGHTS[1 << field] ?? 1;
}
