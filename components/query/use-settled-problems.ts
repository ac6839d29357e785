import { useEffect, useState } from 'preact/hooks';
import type { Query, QueryProblem } from '@/lib/query/query';

/** Debounce before unfinished input counts as a problem, ms. */
const REST = 700;

/**
 * Debounces problems during typing or `waits`, since unfinished input looks wrong. A shown problem
 * remains until fixed.
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
