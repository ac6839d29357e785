import { useEffect, useState } from 'preact/hooks';
import type { Query, QueryProblem } from '@/lib/query/query';

/** Debounce for unfinished input, ms. */
const REST = 700;

/**
 * Debounces problems during typing or `waits`: unfinished input looks wrong. A shown problem
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
