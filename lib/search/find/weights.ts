import { ABSTRACT, FIELDS } from '../format/document';
import { lengthOf } from '../format/columns';
import { countInAbstract, fieldsOf } from '../format/postings';

/** By field; repeats in the abstract add to it. */
const FIELD_WEIGHTS: Record<(typeof FIELDS)[number], number> = {
  title: 6,
  tags: 4,
  authors: 3,
  labels: 3,
  note: 1.5,
  abstract: 1,
};
const REPEATED = 0.7;

// BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009); b is below the
// usual 0.75: abstracts have similar lengths.
const K1 = 1.2;
const B = 0.55;

/** Factors for exact, longer and similar words. */
export const WHOLE = 1;
export const LONGER = 0.7;
export const LIKE_IT = 0.4;

/** For consecutive query words adjacent in the title. */
export const NEIGHBOURS_IN_TITLE = 1.5;

/** By payload. */
export const PAYLOAD_WEIGHTS = Float32Array.from({ length: 256 }, (_, payload) => {
  const count = countInAbstract(payload);
  const inAbstract = count === 0 ? 0 : FIELD_WEIGHTS.abstract + REPEATED * Math.log2(count);
  return FIELDS.reduce(
    (sum, name, field) =>
      field !== ABSTRACT && (fieldsOf(payload) >> field) & 1 ? sum + FIELD_WEIGHTS[name] : sum,
    inAbstract,
  );
});

/** BM25 length norms by length byte. */
export function lengthNorms(averageLength: number): Float32Array {
  return Float32Array.from(
    { length: 256 },
    (_, byte) => K1 * (1 - B + (B * lengthOf(byte)) / Math.max(1, averageLength)),
  );
}

/** Inverse document frequency, above 0. */
export function inverseFrequency(holding: number, documents: number): number {
  return Math.log(1 + (Math.max(0, documents - holding) + 0.5) / (holding + 0.5));
}

/** A word's share of the score, above 0. */
export function wordScore(frequency: number, weight: number, norm: number): number {
  return (frequency * weight * (K1 + 1)) / (weight + norm);
}
