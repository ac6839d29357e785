import { useEffect, useState } from 'preact/hooks';
import type { Query, QueryProblem } from '@/lib/query/query';

/** How long typing rests before a piece that is not finished counts as a problem, ms. */
const REST = 700;

/**
 * The problems to tell: what is wrong only because it is still being typed waits until the typing
 * rests, or while `waits`; what has been told stays until it is mended.
 */
export function useSettledProblems(query: Query, waits: boolean): readonly QueryProblem[] {
  const [settled, setSettled] = useState(query.problems);
  useEffect(() => {
    if (waits) return;
    const rest = setTimeout(() => setSettled(query.problems), REST);
    return () => clearTimeout(rest);
  }, [query, waits]);
  return query.problems.filter((problem) =>
    settled.some(({ code, start }) => code === problem.code && start === problem.start),
  );
}
