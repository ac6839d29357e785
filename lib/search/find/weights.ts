import { ABSTRACT, FIELDS } from '../format/document';
import { lengthOf } from '../format/columns';
import { countInAbstract, fieldsOf } from '../format/postings';

/** How much a word counts in each field; in the abstract more, the more often it is there. */
const FIELD_WEIGHTS: Record<(typeof FIELDS)[number], number> = {
  title: 6,
  tags: 4,
  authors: 3,
  labels: 3,
  note: 1.5,
  abstract: 1,
};
const REPEATED = 0.7;

// BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009); b is below its
// usual 0.75, since abstracts are all of about one length.
const K1 = 1.2;
const B = 0.55;

/** What a document's score is multiplied by when its word is not the one asked for. */
export const WHOLE = 1;
export const LONGER = 0.7;
export const LIKE_IT = 0.4;

/** Added for two words of the query that follow each other in the title. */
export const NEIGHBOURS_IN_TITLE = 1.5;

/** For each payload of a posting how much it counts. */
export const PAYLOAD_WEIGHTS = Float32Array.from({ length: 256 }, (_, payload) => {
  const count = countInAbstract(payload);
  const inAbstract = count === 0 ? 0 : FIELD_WEIGHTS.abstract + REPEATED * Math.log2(count);
  return FIELDS.reduce(
    (sum, name, field) =>
      field !== ABSTRACT && (fieldsOf(payload) >> field) & 1 ? sum + FIELD_WEIGHTS[name] : sum,
    inAbstract,
  );
});

/** For each length byte by how much a long document counts less. */
export function lengthNorms(averageLength: number): Float32Array {
  return Float32Array.from(
    { length: 256 },
    (_, byte) => K1 * (1 - B + (B * lengthOf(byte)) / Math.max(1, averageLength)),
  );
}

/** The more of all documents hold a word, the less it says; above 0. */
export function inverseFrequency(holding: number, documents: number): number {
  return Math.log(1 + (Math.max(0, documents - holding) + 0.5) / (holding + 0.5));
}

/** One word's part of a score, above 0. */
export function wordScore(frequency: number, weight: number, norm: number): number {
  return (frequency * weight * (K1 + 1)) / (weight + norm);
}
