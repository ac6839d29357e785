import type { Mark } from '../found';
import type { Plan } from './plan';

/**
 * Marks of a plan's filters, each for its field. Words are marked after matching: similar ones may
 * match instead.
 */
export function filterMarks(plan: Plan): Mark[] {
  switch (plan.kind) {
    case 'all':
    case 'any':
      return plan.of.flatMap(filterMarks);
    case 'phrase':
      return plan.field === 'authors'
        ? [{ kind: 'author', words: plan.words, prefix: plan.prefix }]
        : [];
    case 'filter':
      return plan.filter.kind === 'tag' || plan.filter.kind === 'org' ? [plan.filter] : [];
    // Results lack what a `not` excludes.
    default:
      return [];
  }
}
