import type { Condition } from './query';

// Normal form: no group within its own kind, no group of one, no double negation.

/** Requires all conditions; without any, matches everything. */
export function all(conditions: readonly Condition[]): Condition {
  return grouped('all', conditions);
}

/** Requires one of the conditions, which must not be empty. */
export function any(conditions: readonly Condition[]): Condition {
  return grouped('any', conditions);
}

export function not(condition: Condition): Condition {
  return condition.kind === 'not' ? condition.condition : { kind: 'not', condition };
}

function grouped(kind: 'all' | 'any', conditions: readonly Condition[]): Condition {
  const of = conditions.flatMap((condition) =>
    condition.kind === kind ? condition.of : [condition],
  );
  const [only] = of;
  return only !== undefined && of.length === 1 ? only : { kind, of };
}
