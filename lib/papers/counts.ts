/** Counts tracked over time. */
export const COUNTS = ['upvotes', 'comments', 'githubStars'] as const;
export type Count = (typeof COUNTS)[number];

/** Counts at one time; absent if not shown. */
export interface CountsAt extends Partial<Record<Count, number>> {
  /** ms since epoch. */
  at: number;
}

/** Picks the counts and time. */
export function countsOf({ at, upvotes, comments, githubStars }: CountsAt): CountsAt {
  return {
    at,
    ...(upvotes !== undefined && { upvotes }),
    ...(comments !== undefined && { comments }),
    ...(githubStars !== undefined && { githubStars }),
  };
}
