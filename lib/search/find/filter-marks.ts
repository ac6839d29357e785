import type { Mark } from '../found';
import type { Plan } from './plan';

/**
 * What to mark for the filters of a plan, each in its own field. What words mark is known only once
 * they were looked for, since others may have been found instead.
 */
export function filterMarks(plan: Plan): Mark[] {
  switch (plan.kind) {
    case 'all':
    case 'any':
      return plan.of.flatMap(filterMarks);
    case 'phrase':
      return plan.inAuthors ? [{ kind: 'author', words: plan.words, prefix: plan.prefix }] : [];
    case 'filter':
      return plan.filter.kind === 'tag' || plan.filter.kind === 'org' ? [plan.filter] : [];
    // Those found have not what a `not` asks for.
    default:
      return [];
  }
}
