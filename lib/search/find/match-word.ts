import type { Term } from '../format/dictionary';
import type { AskedField } from '../format/document';
import type { Matches } from './matches';
import { NOT_FOUND, payloadMask, PostingCursor, TITLE_BIT } from '../format/postings';
import type { Part, Snapshot } from './snapshot';
import {
  inverseFrequency,
  lengthNorms,
  LONGER,
  PAYLOAD_WEIGHTS,
  WHOLE,
  wordScore,
} from './weights';

/**
 * Documents with `word` or, with `prefix`, longer words, in `field`; the best match counts.
 * Exhaustive: with 100,000 papers a letter has a few million postings, which is fast enough.
 * @throws IndexDamaged
 */
export async function matchWord(
  snapshot: Snapshot,
  word: string,
  { prefix, field, factor = 1 }: { prefix: boolean; field: AskedField; factor?: number },
): Promise<Matches> {
  const mask = payloadMask(field);
  const isTitle = (mask & TITLE_BIT) !== 0;
  const scores = new Float32Array(snapshot.documents);
  const titleAt = new Uint8Array(snapshot.documents);
  const found = await Promise.all(
    snapshot.parts.map(async (part) => ({ part, terms: await termsIn(part, word, prefix) })),
  );
  const [whole, most] = frequencies(
    found.map(({ terms }) => terms),
    word,
  );
  const forWhole = factor * WHOLE * inverseFrequency(whole, snapshot.liveCount);
  const forLonger = factor * LONGER * inverseFrequency(most, snapshot.liveCount);
  const norms = lengthNorms(averageLength(snapshot));
  await Promise.all(
    found.map(async ({ part: { segment, base }, terms }) => {
      const [first, last] = [terms[0], terms.at(-1)];
      if (first === undefined || last === undefined) return;
      const [bytes, lengths] = await Promise.all([
        segment.source.range('postings', first.postingsAt, last.postingsEnd),
        segment.column('lengths'),
      ]);
      for (const term of terms) {
        const isWhole = term.word === word;
        const frequency = isWhole ? forWhole : forLonger;
        const cursor = new PostingCursor(bytes, term.postingsAt - first.postingsAt, term.documents);
        while (cursor.next()) {
          const document = base + cursor.document;
          const weight = PAYLOAD_WEIGHTS[cursor.payload & mask] ?? 0;
          const score = wordScore(frequency, weight, norms[lengths[cursor.document] ?? 0] ?? 1);
          if (score > (scores[document] ?? 0)) scores[document] = score;
          if (isTitle && cursor.titleAt !== NOT_FOUND && (isWhole || titleAt[document] === 0)) {
            titleAt[document] = cursor.titleAt + 1;
          }
        }
      }
    }),
  );
  return { scores, titleAt };
}

/** Terms equal to `word` or, with `prefix`, beginning with it. @throws IndexDamaged */
export async function termsIn({ segment }: Part, word: string, prefix: boolean): Promise<Term[]> {
  const dictionary = await segment.dictionary();
  if (prefix) return dictionary.startingWith(word);
  const term = dictionary.find(word);
  return term === undefined ? [] : [term];
}

/** Document counts: the word's, and the most frequent term's. */
function frequencies(parts: readonly (readonly Term[])[], word: string): [number, number] {
  let [whole, most] = [0, 0];
  for (const terms of parts) {
    let mostHere = 0;
    for (const term of terms) {
      if (term.word === word) whole += term.documents;
      mostHere = Math.max(mostHere, term.documents);
    }
    most += mostHere;
  }
  return [whole, most];
}

function averageLength({ parts }: Snapshot): number {
  const sum = (of: (part: Part) => number): number =>
    parts.reduce((total, part) => total + of(part), 0);
  return (
    sum(({ segment }) => segment.words) /
    Math.max(
      1,
      sum(({ segment }) => segment.documents),
    )
  );
}
