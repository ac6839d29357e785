import type { Query } from './query';

/** Whether the query matches every paper. */
export function isWhole({ condition, only }: Query): boolean {
  return only === undefined && condition.kind === 'all' && condition.of.length === 0;
}
