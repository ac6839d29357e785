/** The counts that are followed over time. */
export const COUNTS = ['upvotes', 'comments', 'githubStars'] as const;
export type Count = (typeof COUNTS)[number];

/** What a page showed of a paper at one time; a count that it did not show is absent. */
export interface CountsAt extends Partial<Record<Count, number>> {
  /** ms since epoch. */
  at: number;
}

/** The counts alone. */
export function countsOf({ at, upvotes, comments, githubStars }: CountsAt): CountsAt {
  return {
    at,
    ...(upvotes !== undefined && { upvotes }),
    ...(comments !== undefined && { comments }),
    ...(githubStars !== undefined && { githubStars }),
  };
}
