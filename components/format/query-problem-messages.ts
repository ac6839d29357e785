import { i18n } from '#i18n';
import type { QueryProblem } from '@/lib/query/query';

/** Maximum quoted length, UTF-16 units. */
const PIECE_LENGTH = 40;

/** Explains a problem in query `text`, and its remedy. */
export function queryProblemSentence(text: string, problem: QueryProblem): string {
  const piece = quoted(text.slice(problem.start, problem.end));
  switch (problem.code) {
    case 'unclosed-quote':
      return i18n.t('query.problems.unclosedQuote');
    case 'unclosed-parenthesis':
      return i18n.t('query.problems.unclosedParenthesis');
    case 'stray-parenthesis':
      return i18n.t('query.problems.strayParenthesis');
    case 'missing-operand':
      return i18n.t('query.problems.missingOperand', [piece]);
    case 'missing-value':
      return i18n.t('query.problems.missingValue', [piece, problem.detail]);
    case 'unknown-key':
      return i18n.t('query.problems.unknownKey', [piece]);
    case 'bad-value':
      return i18n.t('query.problems.badValue', [piece, problem.detail]);
    case 'too-deep':
      return i18n.t('query.problems.tooDeep');
    case 'too-long':
      return i18n.t('query.problems.tooLong', [problem.detail]);
  }
}

function quoted(piece: string): string {
  return piece.length > PIECE_LENGTH ? `“${piece.slice(0, PIECE_LENGTH)}…”` : `“${piece}”`;
}
