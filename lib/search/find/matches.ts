import type { Snapshot } from './snapshot';

/** The documents that fit, and how well. */
export interface Matches {
  /** For each document its score, 0 when it does not fit. */
  scores: Float32Array;
  /** For each document where its title holds the word, counted from 1; 0 when it does not. */
  titleAt: Uint8Array | undefined;
}

/** How many of them can be found. */
export function countMatches({ live }: Snapshot, { scores }: Matches): number {
  let count = 0;
  for (let document = 0; document < live.length; document += 1) {
    if (live[document] === 1 && (scores[document] ?? 0) > 0) count += 1;
  }
  return count;
}

/** Adds those of `others`; a document in both has the better of its scores. */
export function addMatches({ scores }: Matches, others: Matches): void {
  for (let document = 0; document < scores.length; document += 1) {
    const other = others.scores[document] ?? 0;
    if (other > (scores[document] ?? 0)) scores[document] = other;
  }
}
