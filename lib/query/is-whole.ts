import type { Query } from './query';

/** Whether the query matches every paper. */
export function isWhole({ condition }: Query): boolean {
  return condition.kind === 'all' && condition.of.length === 0;
}
