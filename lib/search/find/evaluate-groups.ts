import { intersect } from './arrays';
import { type Evaluation, evaluateAll } from './evaluate';
import type { Plan } from './plan';
import type { Snapshot } from './snapshot';

/** Filters whose facets ignore the filter itself. */
const KINDS = ['status', 'year', 'org'] as const;
type Kind = (typeof KINDS)[number];

interface Groups {
  /** Live matches of the query. */
  all: Evaluation;
  /** Live matches without `kind` filters. */
  without(kind: Kind): Uint8Array;
}

/** @throws IndexDamaged, and the signal's reason */
export async function evaluateGroups(
  snapshot: Snapshot,
  parts: readonly Plan[],
  signal: AbortSignal | undefined,
): Promise<Groups> {
  const rest = parts.filter((part) => !KINDS.some((kind) => asksOnly(part, kind)));
  const all = await evaluateAll(snapshot, rest, signal);
  intersect(all.set, snapshot.live);
  const sets = new Map<Kind, Uint8Array>();
  for (const kind of KINDS) {
    const asking = parts.filter((part) => asksOnly(part, kind));
    if (asking.length === 0) continue;
    sets.set(kind, (await evaluateAll(snapshot, asking, signal)).set);
  }
  const setOf = (kinds: readonly Kind[]): Uint8Array => {
    const set = all.set.slice();
    for (const kind of kinds) intersect(set, sets.get(kind) ?? set);
    return set;
  };
  return {
    all: { ...all, set: setOf(KINDS) },
    without: (kind) => setOf(KINDS.filter((other) => other !== kind)),
  };
}

/** Whether a plan has only `kind` filters: `status:read OR status:reading`. */
function asksOnly(plan: Plan, kind: Kind): boolean {
  switch (plan.kind) {
    case 'filter':
      return plan.filter.kind === kind;
    case 'not':
      return asksOnly(plan.plan, kind);
    case 'all':
    case 'any':
      return plan.of.length > 0 && plan.of.every((one) => asksOnly(one, kind));
    default:
      return false;
  }
}
