import type { Condition } from './query';

/** Whether papers can fit the condition more or less well: it asks for words. */
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
