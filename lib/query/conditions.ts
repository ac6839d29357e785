import type { Condition } from './query';

// A tree built by these alone is in normal form: no group in a group of its kind, none of one,
// no double negation.

/** What meets all of them. */
export function all(conditions: readonly Condition[]): Condition {
  return grouped('all', conditions);
}

/** What meets at least one of them, which must not be none. */
export function any(conditions: readonly Condition[]): Condition {
  return grouped('any', conditions);
}

/** What does not meet it. */
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
