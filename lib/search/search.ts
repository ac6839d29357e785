import type { PapershelfDatabase } from '../db/database';
import type { Query, Sort } from '../query/query';
import { allOf, type Evaluation, evaluateEach } from './evaluate';
import { intersect } from './arrays';
import { type FacetSets, facetsOf } from './facets';
import type { Found } from './found';
import { type ColumnFilter, type Plan, planOf } from './plan';
import { readIndex } from './read-index';
import type { Snapshot } from './snapshot';
import { sortFound } from './sort-found';
import { allIds, newestFirst } from './whole-columns';

/**
 * Every saved paper that `query` finds, in the order that it asks for: else by relevance when it
 * holds words, and newest save first when it does not. Of those alike the newest save comes first.
 * What was changed is found as it is now, in every page, except for what `left` counts.
 * @param options.facets whether to count them
 * @throws the signal's reason when it aborted; else what the database throws
 */
export async function searchIndex(
  db: PapershelfDatabase,
  query: Query,
  { facets = false, signal }: { facets?: boolean; signal?: AbortSignal } = {},
): Promise<Found> {
  signal?.throwIfAborted();
  const plan = planOf(query.condition);
  const parts = plan.kind === 'all' ? flattened(plan.of) : [plan];
  return readIndex(db, async (snapshot) => {
    await Promise.all(snapshot.parts.map(({ segment }) => segment.prepare()));
    const evaluations = await evaluateEach(snapshot, parts, signal);
    const { scores, marks } = allOf(snapshot, evaluations);
    const setWithout = (kind?: ColumnFilter['kind']): Uint8Array =>
      liveOf(
        snapshot,
        evaluations.filter((_, index) => kind === undefined || !asksOnly(parts[index], kind)),
      );
    const set = setWithout();
    const documents = await sortFound(snapshot, set, scores, query.sort ?? usualSort(scores));
    const ids = await allIds(snapshot);
    const sets: FacetSets | undefined = facets
      ? {
          found: set,
          anyStatus: setWithout('status'),
          anyYear: setWithout('year'),
          anyOrganization: setWithout('org'),
        }
      : undefined;
    return {
      ids: Array.from(documents, (document) => ids[document] ?? 'none:none'),
      marks,
      facets: sets && (await facetsOf(snapshot, sets)),
      left: snapshot.left,
    };
  });
}

/** Reads what the first search needs, so that it finds that in memory. */
export async function warmSearch(db: PapershelfDatabase): Promise<void> {
  await readIndex(db, async (snapshot) => {
    await Promise.all(snapshot.parts.map(({ segment }) => segment.prepare()));
    await newestFirst(snapshot);
  });
}

function usualSort(scores: Float32Array | undefined): Sort {
  return { by: scores === undefined ? 'saved' : 'relevance', descending: true };
}

/** Those that all of the evaluations find and that are live. */
function liveOf(snapshot: Snapshot, evaluations: readonly Evaluation[]): Uint8Array {
  const set = snapshot.live.slice();
  for (const evaluation of evaluations) intersect(set, evaluation.set);
  return set;
}

/** The parts of an `all`, those of another `all` within it too. */
function flattened(plans: readonly Plan[]): Plan[] {
  return plans.flatMap((plan) => (plan.kind === 'all' ? flattened(plan.of) : [plan]));
}

/** Whether a part of the query is about nothing but one filter: `status:read OR status:reading`. */
function asksOnly(plan: Plan | undefined, kind: ColumnFilter['kind']): boolean {
  switch (plan?.kind) {
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
