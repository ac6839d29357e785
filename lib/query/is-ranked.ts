import type { Condition } from './query';

/** Whether matches have scores: for words, phrases and authors. */
export function isRanked(condition: Condition): boolean {
  switch (condition.kind) {
    case 'word':
    case 'phrase':
    case 'author':
      return true;
    case 'all':
    case 'any':
      return condition.of.some(isRanked);
    default:
      return false;
  }
}
