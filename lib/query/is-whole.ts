import type { Query } from './query';

/** Whether the query leaves no paper out. */
export function isWhole({ condition }: Query): boolean {
  return condition.kind === 'all' && condition.of.length === 0;
}
