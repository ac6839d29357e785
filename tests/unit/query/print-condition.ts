import { inQuotes, printFilter, printSort } from '@/lib/query/print-query';
import type { Condition, Query } from '@/lib/query/query';

/** Query text that `parseQuery` reads as an equal condition and sort. */
export function printQuery({ condition, sort }: Pick<Query, 'condition' | 'sort'>): string {
  const printed = printCondition(condition);
  if (sort === undefined) return printed;
  return printed === '' ? printSort(sort) : `${printed} ${printSort(sort)}`;
}

/**
 * Query text of a condition that `parseQuery` can return: in normal form, with `saved` at UTC
 * midnights.
 */
export function printCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'all':
      return condition.of.map((part) => inParentheses(part, part.kind === 'any')).join(' ');
    case 'any':
      return condition.of.map(printCondition).join(' OR ');
    case 'not': {
      const { kind } = condition.condition;
      return `-${inParentheses(condition.condition, kind === 'all' || kind === 'any')}`;
    }
    case 'word':
    case 'phrase': {
      const { kind, text, field } = condition;
      return (field ? `${field}:` : '') + (kind === 'word' ? text : inQuotes(text));
    }
    default:
      return printFilter(condition);
  }
}

function inParentheses(condition: Condition, needed: boolean): string {
  return needed ? `(${printCondition(condition)})` : printCondition(condition);
}
