import { foldSpaces } from '@/lib/shared/text';
import { all, any, not } from './conditions';
import { isTextField } from './keys';
import type { QueryKey } from './keys';
import type {
  Condition,
  Query,
  QueryProblem,
  QueryProblemCode,
  Sort,
  Span,
  TextField,
} from './query';
import { readFilter, readSort } from './read-filter';
import { hasWord, tokenise } from './tokens';
import type { FilterToken, Token } from './tokens';

/** Maximum nesting, for recursive walks. */
export const MAX_DEPTH = 100;

/** Maximum words (also in phrases) and filters; each is a search. */
export const MAX_WORDS = 64;

/**
 * Parses a query:
 *
 *     query   = and { "OR" and }
 *     and     = { ["AND"] term }
 *     term    = { "-" | "NOT" } ( "(" query ")" | key ":" value | "phrase" | word )
 *
 * Linear time. Never throws: errors go to `problems`, in text order, and are omitted from
 * `condition`, which is in normal form (`conditions.ts`). `saved:7d` counts back from `now` (ms
 * since epoch).
 */
export function parseQuery(text: string, now: number): Query {
  const reader = new QueryReader(text, tokenise(text), now);
  const condition = reader.query(0) ?? all([]);
  const problems = reader.problems.sort((a, b) => a.start - b.start);
  return { text, condition, sort: reader.sort, problems };
}

/** Recursive descent; each method continues at `at`. */
class QueryReader {
  readonly problems: QueryProblem[] = [];
  sort: Sort | undefined;
  private at = 0;
  /** Words and filters read, up to `MAX_WORDS`. */
  private read = 0;
  private tooLong: QueryProblem | undefined;

  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
    private readonly now: number,
  ) {}

  /** To this depth's closing parenthesis or the end. Undefined if empty. */
  query(depth: number): Condition | undefined {
    const alternatives: Condition[][] = [[]];
    /** The operator that lacks a right operand. */
    let waiting: Token | 'start' | undefined = 'start';
    for (let token = this.tokens[this.at]; token !== undefined; token = this.tokens[this.at]) {
      if (token.kind === 'close') {
        if (depth > 0) break;
        this.report('stray-parenthesis', token, ')');
        this.at += 1;
      } else if (token.kind === 'or' || token.kind === 'and') {
        if (waiting !== undefined) this.missOperand(token);
        if (token.kind === 'or') alternatives.push([]);
        waiting = token;
        this.at += 1;
      } else {
        const condition = this.term(depth);
        if (condition !== undefined) alternatives.at(-1)?.push(condition);
        waiting = undefined;
      }
    }
    if (waiting !== undefined && waiting !== 'start') this.missOperand(waiting);
    const asking = alternatives.filter((conditions) => conditions.length > 0).map(all);
    return asking.length === 0 ? undefined : any(asking);
  }

  private term(depth: number): Condition | undefined {
    let negation: Token | undefined;
    let negated = false;
    let token = this.tokens[this.at];
    while (token?.kind === 'minus' || token?.kind === 'not') {
      negation = token;
      negated = !negated;
      this.at += 1;
      token = this.tokens[this.at];
    }
    const condition = this.operand(token, negation, depth);
    return condition !== undefined && negated ? not(condition) : condition;
  }

  private operand(
    token: Token | undefined,
    negation: Token | undefined,
    depth: number,
  ): Condition | undefined {
    switch (token?.kind) {
      case 'word':
      case 'phrase':
        this.at += 1;
        return this.isFull ? this.leaveOut(token) : this.words(token);
      case 'filter':
        this.at += 1;
        return this.isFull && token.key.key !== 'sort'
          ? this.leaveOut(token)
          : this.filter(token, negation);
      case 'open':
        return depth < MAX_DEPTH ? this.parenthesised(token, depth) : this.tooDeep(token);
      default:
        if (negation !== undefined) this.missOperand(negation);
        return undefined;
    }
  }

  private words(token: Token & { kind: 'word' | 'phrase' }): Condition | undefined {
    const { kind, text, unknownKey } = token;
    if (token.kind === 'phrase' && !token.closed) this.report('unclosed-quote', token, '"');
    if (unknownKey !== undefined) {
      const { start } = token;
      const end = start + unknownKey.length + 1;
      this.report('unknown-key', { start, end }, unknownKey);
    }
    return this.searched(kind, text, token);
  }

  /** Undefined without a word. */
  private searched(
    kind: 'word' | 'phrase',
    text: string,
    token: Token,
    field?: TextField,
  ): Condition | undefined {
    const pieces = foldSpaces(text).split(' ');
    const kept = pieces.slice(0, MAX_WORDS - this.read);
    this.read += kept.length;
    if (kept.length < pieces.length) this.leaveOut(token);
    return kept.some(hasWord) ? { kind, text: kept.join(' '), ...(field && { field }) } : undefined;
  }

  private filter(token: FilterToken, negation: Token | undefined): Condition | undefined {
    const { key, value, valueSpan, closed, start, end } = token;
    if (!closed) this.report('unclosed-quote', valueSpan, '"');
    if (value.trim() === '') return this.reject('missing-value', { start, end }, key);
    if (isTextField(key.key)) {
      const kind = token.quoted ? 'phrase' : 'word';
      const condition = this.searched(kind, value, token, key.key);
      return condition ?? this.reject('bad-value', valueSpan, key);
    }
    if (key.key !== 'sort') {
      this.read += 1;
      return readFilter(key.key, value, this.now) ?? this.reject('bad-value', valueSpan, key);
    }
    const sort = readSort(value);
    if (sort === undefined) return this.reject('bad-value', valueSpan, key);
    // Minus belongs inside: `sort:-title`.
    if (negation !== undefined)
      return this.reject('bad-value', { start: negation.start, end }, key);
    this.sort = sort;
    return undefined;
  }

  private parenthesised(open: Token, depth: number): Condition | undefined {
    this.at += 1;
    const condition = this.query(depth + 1);
    const close = this.tokens[this.at];
    if (close === undefined) {
      this.report('unclosed-parenthesis', open, '(');
    } else {
      if (this.tokens[this.at - 1] === open) {
        this.report('missing-operand', { start: open.start, end: close.end }, '()');
      }
      this.at += 1;
    }
    return condition;
  }

  private tooDeep(open: Token): undefined {
    let inside = 0;
    let end = open.end;
    do {
      const token = this.tokens[this.at];
      if (token === undefined) break;
      if (token.kind === 'open') inside += 1;
      if (token.kind === 'close') inside -= 1;
      end = token.end;
      this.at += 1;
    } while (inside > 0);
    this.report('too-deep', { start: open.start, end }, '(');
  }

  private get isFull(): boolean {
    return this.read === MAX_WORDS;
  }

  /** One problem for everything omitted. */
  private leaveOut({ start, end }: Span): undefined {
    this.tooLong ??= this.report('too-long', { start, end }, String(MAX_WORDS));
    this.tooLong.end = end;
  }

  private missOperand(operator: Span): void {
    this.report('missing-operand', operator, this.text.slice(operator.start, operator.end));
  }

  private reject(code: QueryProblemCode, span: Span, key: QueryKey): undefined {
    this.report(code, span, key.examples[0]);
  }

  private report(code: QueryProblemCode, { start, end }: Span, detail: string): QueryProblem {
    const problem = { code, start, end, detail };
    this.problems.push(problem);
    return problem;
  }
}
