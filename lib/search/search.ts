import type { PapershelfDatabase } from '@/lib/db/database';
import type { Query, Sort } from '@/lib/query/query';
import { withJoinedWords } from './find/evaluate';
import { evaluateGroups } from './find/evaluate-groups';
import { type FacetSets, facetsOf } from './find/facets';
import { filterMarks } from './find/filter-marks';
import type { Found } from './found';
import { type Plan, planOf } from './find/plan';
import { readIndex } from './find/read-index';
import { risesFor, type Rises } from './find/rises';
import { sortFound } from './find/sort-found';
import { allIds, newestFirst } from './find/whole-columns';

export interface SearchOptions {
  facets?: boolean;
  /** For `sort:rise`; without it no paper rose. */
  rises?: () => PromiseLike<Rises>;
  signal?: AbortSignal;
}

/**
 * All saved papers that match `query`, in its order; by default relevance if there are words, else
 * newest save first (also for ties). Includes all changes but `left`.
 * @throws the signal's reason; else what the database throws
 */
export async function searchIndex(
  db: PapershelfDatabase,
  query: Query,
  { facets = false, rises: readRises, signal }: SearchOptions = {},
): Promise<Found> {
  signal?.throwIfAborted();
  const plan = planOf(query.condition);
  const asked = plan.kind === 'all' ? flattened(plan.of) : [plan];
  const parts: Plan[] =
    query.only === undefined ? asked : [{ kind: 'ids', ids: query.only }, ...asked];
  const rises = await risesFor(query, readRises);
  return readIndex(db, async (snapshot) => {
    signal?.throwIfAborted();
    await Promise.all(snapshot.parts.map(({ segment }) => segment.prepare()));
    const joined = await withJoinedWords(snapshot, parts, signal);
    const { all, without } = await evaluateGroups(snapshot, joined, signal);
    const { set, scores, marks } = all;
    const sort = query.sort ?? usualSort(scores);
    const documents = await sortFound(snapshot, set, scores, sort, rises);
    const ids = await allIds(snapshot);
    const sets: FacetSets | undefined = facets
      ? {
          found: set,
          anyStatus: without('status'),
          anyYear: without('year'),
          anyOrganization: without('org'),
        }
      : undefined;
    return {
      ids: Array.from(documents, (document) => ids[document] ?? 'none:none'),
      marks: [...marks, ...filterMarks(plan)],
      facets: sets && (await facetsOf(snapshot, sets)),
      left: snapshot.left,
    };
  });
}

/** Loads what the first search needs. */
export async function warmSearch(db: PapershelfDatabase): Promise<void> {
  await readIndex(db, async (snapshot) => {
    await Promise.all(snapshot.parts.map(({ segment }) => segment.prepare()));
    await newestFirst(snapshot);
  });
}

function usualSort(scores: Float32Array | undefined): Sort {
  return { by: scores === undefined ? 'saved' : 'relevance', descending: true };
}

function flattened(plans: readonly Plan[]): Plan[] {
  return plans.flatMap((plan) => (plan.kind === 'all' ? flattened(plan.of) : [plan]));
}
