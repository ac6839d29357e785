import type { Snapshot } from './snapshot';

export interface Matches {
  /** By document; 0: no match. */
  scores: Float32Array;
  /** The word's title position by document, from 1; 0: absent. */
  titleAt: Uint8Array | undefined;
}

/** Only live documents. */
export function countMatches({ live }: Snapshot, { scores }: Matches): number {
  let count = 0;
  for (let document = 0; document < live.length; document += 1) {
    if (live[document] === 1 && (scores[document] ?? 0) > 0) count += 1;
  }
  return count;
}

/** Merges `others` into the first; better scores win. */
export function addMatches({ scores }: Matches, others: Matches): void {
  for (let document = 0; document < scores.length; document += 1) {
    const other = others.scores[document] ?? 0;
    if (other > (scores[document] ?? 0)) scores[document] = other;
  }
}
