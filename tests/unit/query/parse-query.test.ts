import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { MAX_DEPTH, MAX_WORDS, parseQuery } from '@/lib/query/parse-query';
import type { Condition, Filter, TextField } from '@/lib/query/query';
import { anyText, anyPieces } from './arbitrary';
import { printCondition } from './print-condition';

const NOW = Date.UTC(2026, 2, 31, 15, 30);

const read = (text: string) => parseQuery(text, NOW);
const problemsOf = (text: string) =>
  read(text).problems.map(({ code, start, end }) => `${code} ${text.slice(start, end)}`);

/** The condition of a query without problems. */
function conditionOf(text: string): Condition {
  const { condition, problems } = read(text);
  expect(problems, text).toEqual([]);
  return condition;
}

const word = (text: string): Condition => ({ kind: 'word', text });
const phrase = (text: string): Condition => ({ kind: 'phrase', text });
const inField = (field: TextField, condition: Condition): Condition =>
  ({ ...condition, field }) as Condition;
const tag = (name: string): Condition => ({ kind: 'tag', tag: name });
const all = (...of: Condition[]): Condition => ({ kind: 'all', of });
const any = (...of: Condition[]): Condition => ({ kind: 'any', of });
const not = (condition: Condition): Condition => ({ kind: 'not', condition });

describe('words and operators', () => {
  const cases: [string, Condition][] = [
    ['', all()],
    ['  \n ', all()],
    ['attention', word('attention')],
    ['sparse attention', all(word('sparse'), word('attention'))],
    ['sparse AND attention', all(word('sparse'), word('attention'))],
    ['sparse OR linear', any(word('sparse'), word('linear'))],
    ['sparse or linear', any(word('sparse'), word('linear'))],
    ['a Or (b or c) or -d', any(word('a'), word('b'), word('c'), not(word('d')))],
    ['or a or', all(word('or'), word('a'), word('or'))],
    ['a "or" b', all(word('a'), phrase('or'), word('b'))],
    ['a b OR c AND d', any(all(word('a'), word('b')), all(word('c'), word('d')))],
    ['a (b OR c) d', all(word('a'), any(word('b'), word('c')), word('d'))],
    ['(a (b c)) d', all(word('a'), word('b'), word('c'), word('d'))],
    ['a OR (b OR c)', any(word('a'), word('b'), word('c'))],
    ['f(x)', all(word('f'), word('x'))],
    ['"linear attention" x', all(phrase('linear attention'), word('x'))],
    ['“linear attention”', phrase('linear attention')],
    [String.raw`"a \"b\" \\ \alpha"`, phrase(String.raw`a "b" \ \alpha`)],
    ['"" a', word('a')],
    ['-a', not(word('a'))],
    ['NOT a', not(word('a'))],
    ['-"a b"', not(phrase('a b'))],
    ['-(a b)', not(all(word('a'), word('b')))],
    ['NOT (a OR b) c', all(not(any(word('a'), word('b'))), word('c'))],
    ['a -tag:b', all(word('a'), not(tag('b')))],
    ['a OR -b', any(word('a'), not(word('b')))],
    ['NOT -a', word('a')],
    ['--a', word('a')],
    ['state-of-the-art', word('state-of-the-art')],
    ['"self"-attention', all(phrase('self'), word('attention'))],
    ['GPT-4 - a survey -- and more –', all(...'GPT-4 a survey and more'.split(' ').map(word))],
    ['a & b', all(word('a'), word('b'))],
    ['注意力 "机制"', all(word('注意力'), phrase('机制'))],
  ];
  it.each(cases)('parses %s', (text, condition) => {
    expect(conditionOf(text)).toEqual(condition);
  });
});

describe('filters', () => {
  const day = (text: string) => Date.parse(`${text}T00:00:00`);
  const saved = (from?: string, before?: string): Filter => ({
    kind: 'saved',
    ...(from && { from: day(from) }),
    ...(before && { before: day(before) }),
  });
  const cases: [string, Filter][] = [
    ['tag:brain', { kind: 'tag', tag: 'brain' }],
    ['TAG:Brain', { kind: 'tag', tag: 'Brain' }],
    ['tag:"a tag"', { kind: 'tag', tag: 'a tag' }],
    ['tag:“a  tag”', { kind: 'tag', tag: 'a tag' }],
    ['tag:a/b/', { kind: 'tag', tag: 'a/b' }],
    ['author:"Yann  LeCun"', { kind: 'author', name: 'Yann LeCun' }],
    ['org:Google', { kind: 'org', name: 'Google' }],
    ['year:2024', { kind: 'year', from: 2024, to: 2024 }],
    ['year:2024..2025', { kind: 'year', from: 2024, to: 2025 }],
    ['year:2024..', { kind: 'year', from: 2024 }],
    ['year:*..2024', { kind: 'year', to: 2024 }],
    ['year:>2023', { kind: 'year', from: 2024 }],
    ['year:<=2023', { kind: 'year', to: 2023 }],
    ['upvotes:>50', { kind: 'upvotes', from: 51 }],
    ['upvotes:<50', { kind: 'upvotes', to: 49 }],
    ['upvotes:10..20', { kind: 'upvotes', from: 10, to: 20 }],
    ['upvotes:">=10"', { kind: 'upvotes', from: 10 }],
    ['saved:2026', saved('2026-01-01', '2027-01-01')],
    ['saved:2026-01', saved('2026-01-01', '2026-02-01')],
    ['saved:2026-01-31', saved('2026-01-31', '2026-02-01')],
    ['saved:>2026-01-01', saved('2026-01-02')],
    ['saved:>=2026-01-01', saved('2026-01-01')],
    ['saved:>2025-12', saved('2026-01-01')],
    ['saved:<2026-01', saved(undefined, '2026-01-01')],
    ['saved:<=2026-01', saved(undefined, '2026-02-01')],
    ['saved:2025-12-01..2026-01-31', saved('2025-12-01', '2026-02-01')],
    ['saved:2025..2026-01', saved('2025-01-01', '2026-02-01')],
    ['saved:..2025', saved(undefined, '2026-01-01')],
    ['saved:7d', saved('2026-03-24')],
    ['saved:2W', saved('2026-03-17')],
    ['saved:1m', saved('2026-02-28')],
    ['saved:1y', saved('2025-03-31')],
    ['status:reading', { kind: 'status', status: 'reading' }],
    ['status:to-read', { kind: 'status', status: 'to-read' }],
    ['status:ToRead', { kind: 'status', status: 'to-read' }],
    ['status:"to read"', { kind: 'status', status: 'to-read' }],
    ['status:READ', { kind: 'status', status: 'read' }],
    ['has:Note', { kind: 'has', what: 'note' }],
    // As people write them.
    ['has:notes', { kind: 'has', what: 'note' }],
    ['has:tags', { kind: 'has', what: 'tag' }],
    ['tags:brain', { kind: 'tag', tag: 'brain' }],
    ['authors:lecun', { kind: 'author', name: 'lecun' }],
    ['organization:google', { kind: 'org', name: 'google' }],
    ['tag=brain', { kind: 'tag', tag: 'brain' }],
    ['tags="a tag"', { kind: 'tag', tag: 'a tag' }],
    ['is:read', { kind: 'status', status: 'read' }],
    ['year:2024-2025', { kind: 'year', from: 2024, to: 2025 }],
    ['year:2024–2025', { kind: 'year', from: 2024, to: 2025 }],
    ['year:2024+', { kind: 'year', from: 2024 }],
    ['year>=2024', { kind: 'year', from: 2024 }],
    ['upvotes:100+', { kind: 'upvotes', from: 100 }],
    ['upvotes>100', { kind: 'upvotes', from: 101 }],
    ['upvotes=5', { kind: 'upvotes', from: 5, to: 5 }],
    ['upvotes:10-20', { kind: 'upvotes', from: 10, to: 20 }],
    ['saved>2026-01-01', saved('2026-01-02')],
    ['saved:2025-2026', saved('2025-01-01', '2027-01-01')],
    ['saved:2026-1-5', saved('2026-01-05', '2026-01-06')],
    ['saved:today', saved('2026-03-31', '2026-04-01')],
    ['saved:yesterday', saved('2026-03-30', '2026-03-31')],
    ['saved:>=yesterday', saved('2026-03-30')],
    ['saved:"last week"', saved('2026-03-23', '2026-03-30')],
    ['saved:last week', saved('2026-03-23', '2026-03-30')],
    ['saved:last-week', saved('2026-03-23', '2026-03-30')],
    ['saved:this-month', saved('2026-03-01', '2026-04-01')],
    ['saved:last-year', saved('2025-01-01', '2026-01-01')],
    ['saved:"7 days"', saved('2026-03-24')],
  ];
  it.each(cases)('parses %s', (text, filter) => {
    expect(conditionOf(text)).toEqual(filter);
  });
});

describe('words of one field', () => {
  it.each<[string, Condition]>([
    ['title:attention', inField('title', word('attention'))],
    ['Title:open-source', inField('title', word('open-source'))],
    ['abstract:"linear  attention"', inField('abstract', phrase('linear attention'))],
    ['note:“to do”', inField('note', phrase('to do'))],
    [
      'titles:a notes:b abstracts:c',
      all(inField('title', word('a')), inField('note', word('b')), inField('abstract', word('c'))),
    ],
    ['-title:a', not(inField('title', word('a')))],
    ['title:a OR note:a', any(inField('title', word('a')), inField('note', word('a')))],
    ['title:a b', all(inField('title', word('a')), word('b'))],
    ['title=a', inField('title', word('a'))],
    ['note="a b"', inField('note', phrase('a b'))],
    ['title:tag:a', inField('title', word('tag:a'))],
    ['title:2512.01234', inField('title', word('2512.01234'))],
  ])('parses %s', (text, condition) => {
    expect(conditionOf(text)).toEqual(condition);
  });
});

describe('sorts', () => {
  it.each([
    ['sort:upvotes', 'upvotes', true],
    ['sort:saved', 'saved', true],
    ['sort:Published', 'published', true],
    ['sort:title', 'title', false],
    ['sort:status', 'status', false],
    ['sort:relevance', 'relevance', true],
    ['sort:rise', 'rise', true],
    ['sort:-title', 'title', true],
    ['sort:-saved', 'saved', false],
    ['sort:title-asc', 'title', false],
    ['sort:title-desc', 'title', true],
    ['sort:upvotes-asc', 'upvotes', false],
    ['sort:title sort:saved', 'saved', true],
    ['(a sort:title)', 'title', false],
    ['a (sort:title)', 'title', false],
  ])('parses %s', (text, by, descending) => {
    expect(read(text)).toMatchObject({ sort: { by, descending }, problems: [] });
  });

  it('keeps sorts out of the condition, and returns undefined without one', () => {
    expect(conditionOf('sort:title')).toEqual(all());
    expect(conditionOf('a OR sort:title')).toEqual(word('a'));
    expect(read('a').sort).toBeUndefined();
  });
});

describe('colons in ordinary text', () => {
  it.each([
    ['Attention: all', all(word('Attention:'), word('all'))],
    ['https://example.org/a:b?c=d', word('https://example.org/a:b?c=d')],
    ['at 12:30', all(word('at'), word('12:30'))],
    ['std::vector', word('std::vector')],
    ['x=y', word('x=y')],
    ['x="y z"', all(word('x='), phrase('y z'))],
    ['标题:内容', word('标题:内容')],
  ])('parses %s', (text, condition) => {
    expect(conditionOf(text)).toEqual(condition);
  });

  it('reports an unknown key and searches for it as a word', () => {
    expect(read('x auther:lecun')).toMatchObject({
      condition: all(word('x'), word('auther:lecun')),
      problems: [{ code: 'unknown-key', start: 2, end: 9, detail: 'auther' }],
    });
    expect(read('-foo:"bar baz"')).toMatchObject({
      condition: not(phrase('foo:bar baz')),
      problems: [{ code: 'unknown-key', start: 1, end: 5, detail: 'foo' }],
    });
  });
});

describe('pasted links and identifiers', () => {
  it.each([
    ['https://arxiv.org/abs/2512.01234v2', '2512.01234'],
    ['arxiv.org/pdf/2512.01234.pdf', '2512.01234'],
    ['https://www.alphaxiv.org/abs/2512.01234?tab=x', '2512.01234'],
    ['https://huggingface.co/papers/2512.01234#community', '2512.01234'],
    ['arXiv:2512.01234v1', '2512.01234'],
    ['https://doi.org/10.48550/arXiv.2512.01234', '2512.01234'],
    ['doi:10.48550/arXiv.2512.01234', '2512.01234'],
    ['2512.01234,', '2512.01234'],
    ['https://arxiv.org/abs/math.GT/0309136', 'math/0309136'],
    ['hep-th/9901001', 'hep-th/9901001'],
  ])('searches for the identifier of %s', (text, identifier) => {
    expect(conditionOf(text)).toEqual(phrase(identifier));
  });

  it('keeps an identifier in the value of a key', () => {
    expect(conditionOf('tag:arxiv/2512.01234')).toEqual(tag('arxiv/2512.01234'));
  });

  it('treats an incomplete identifier, or one of no month, as a word', () => {
    expect(conditionOf('2512.012')).toEqual(word('2512.012'));
    expect(conditionOf('2599.01234')).toEqual(word('2599.01234'));
  });
});

describe('queries with problems', () => {
  it.each<[string, string[], Condition]>([
    ['a "b c', ['unclosed-quote "b c'], all(word('a'), phrase('b c'))],
    ['a "', ['unclosed-quote "'], word('a')],
    ['tag:"b c', ['unclosed-quote "b c'], tag('b c')],
    ['(a b', ['unclosed-parenthesis ('], all(word('a'), word('b'))],
    ['a) b', ['stray-parenthesis )'], all(word('a'), word('b'))],
    ['a () b', ['missing-operand ()'], all(word('a'), word('b'))],
    ['OR a', ['missing-operand OR'], word('a')],
    ['a OR', ['missing-operand OR'], word('a')],
    ['a OR OR b', ['missing-operand OR'], any(word('a'), word('b'))],
    ['a AND', ['missing-operand AND'], word('a')],
    ['a NOT', ['missing-operand NOT'], word('a')],
    ['a (b OR) c', ['missing-operand OR'], all(word('a'), word('b'), word('c'))],
    ['tag: a', ['missing-value tag:'], word('a')],
    ['-tag:"" a', ['missing-value tag:""'], word('a')],
    ['tag:/ a', ['bad-value /'], word('a')],
    ['a OR year:abc', ['bad-value abc'], word('a')],
    ['year:2025..2024', ['bad-value 2025..2024'], all()],
    ['year:..', ['bad-value ..'], all()],
    ['year:>9999', ['bad-value >9999'], all()],
    ['saved:2026-02-30', ['bad-value 2026-02-30'], all()],
    ['saved:2026-02..2026-01', ['bad-value 2026-02..2026-01'], all()],
    ['saved:last', ['bad-value last'], all()],
    ['saved:last a', ['bad-value last'], word('a')],
    ['has:stars year:abc', ['bad-value stars', 'bad-value abc'], all()],
    ['is:starred', ['bad-value starred'], all()],
    ['note: a', ['missing-value note:'], word('a')],
    ['tags: a', ['missing-value tags:'], word('a')],
    ['tag= a', ['missing-value tag='], word('a')],
    ['title:(a b)', ['missing-value title:'], all(word('a'), word('b'))],
    ['abstract:', ['missing-value abstract:'], all()],
    ['title:- a', ['bad-value -'], word('a')],
    ['note:"a', ['unclosed-quote "a'], inField('note', phrase('a'))],
    ['rating:5', ['unknown-key rating:'], word('rating:5')],
    ['venue: acl', ['unknown-key venue:'], all(word('venue:'), word('acl'))],
    ['titel:a is:starred', ['unknown-key titel:', 'bad-value starred'], word('titel:a')],
    ['upvotes:many', ['bad-value many'], all()],
    ['status:done', ['bad-value done'], all()],
    ['has:"many words"', ['bad-value "many words"'], all()],
    ['upvotes:-5', ['bad-value -5'], all()],
    ['upvotes:<0', ['bad-value <0'], all()],
    ['sort:size', ['bad-value size'], all()],
    ['sort:-title-asc', ['bad-value -title-asc'], all()],
    ['sort:-relevance', ['bad-value -relevance'], all()],
    ['sort:-rise', ['bad-value -rise'], all()],
    ['a -sort:title', ['bad-value -sort:title'], word('a')],
  ])('reports the problem of %s and keeps the rest', (text, problems, condition) => {
    expect(problemsOf(text)).toEqual(problems);
    expect(read(text).condition).toEqual(condition);
  });

  it('suggests a valid value', () => {
    expect(read('year:abc').problems).toEqual([
      { code: 'bad-value', start: 5, end: 8, detail: 'year:2024..2025' },
    ]);
  });

  it('reports problems in text order', () => {
    expect(problemsOf('(a year:x tag:')).toEqual([
      'unclosed-parenthesis (',
      'bad-value x',
      'missing-value tag:',
    ]);
  });
});

describe('any text', () => {
  it('parses without an error, with problems inside the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { start, end } of read(text).problems) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('gives a condition that can be printed and parsed again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { condition } = read(text);
        expect(read(printCondition(condition)).condition).toEqual(condition);
      }),
      { numRuns: 2000 },
    );
  });

  it('means the same in parentheses when it has no problems', () => {
    fc.assert(
      fc.property(anyPieces, (text) => {
        const { condition, problems } = read(text);
        fc.pre(problems.length === 0 && !/^\s*$/.test(text));
        expect(read(`(${text} x)`).condition).toEqual(read(`${text} x`).condition);
        expect(read(`(${text})`).condition).toEqual(condition);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a query of more than MAX_WORDS words', () => {
  const list = (count: number): string[] => Array.from({ length: count }, (_, at) => `w${at}`);
  const most = list(MAX_WORDS);

  it('keeps the first words and reports the rest once', () => {
    expect(conditionOf(most.join(' '))).toEqual(all(...most.map(word)));
    const { condition, problems } = read(`${most.join(' ')} (more OR -words) "in all" tag:a b`);
    expect(condition).toEqual(all(...most.map(word)));
    expect(problems).toEqual([
      {
        code: 'too-long',
        start: most.join(' ').length + 2,
        end: most.join(' ').length + ' (more OR -words) "in all" tag:a b'.length,
        detail: String(MAX_WORDS),
      },
    ]);
  });

  it('keeps its sort', () => {
    expect(read(`${list(200).join(' ')} sort:title`).sort?.by).toBe('title');
  });

  it('keeps the beginning of a long phrase', () => {
    const text = `tag:a "${list(200).join(' ')}"`;
    expect(read(text).condition).toEqual(all(tag('a'), phrase(list(MAX_WORDS - 1).join(' '))));
    expect(problemsOf(text)).toEqual([`too-long ${text.slice(6)}`]);
  });

  it('keeps the beginning of a long phrase of one field', () => {
    const text = `note:"${list(200).join(' ')}"`;
    expect(read(text).condition).toEqual(inField('note', phrase(most.join(' '))));
    expect(problemsOf(text)).toEqual([`too-long ${text}`]);
  });
});

test('drops parentheses nested deeper than MAX_DEPTH', () => {
  const nested = (depth: number) => `x ${'('.repeat(depth)}a OR b${')'.repeat(depth)}`;
  expect(conditionOf(nested(MAX_DEPTH))).toEqual(all(word('x'), any(word('a'), word('b'))));
  const { condition, problems } = read(nested(MAX_DEPTH + 1));
  expect(condition).toEqual(word('x'));
  expect(problems.map(({ code }) => code)).toContain('too-deep');
});

test.each([
  ['opening parentheses', '('.repeat(100_000)],
  ['closing parentheses', ')'.repeat(100_000)],
  ['matched parentheses', '('.repeat(50_000) + ')'.repeat(50_000)],
  ['words', 'word '.repeat(100_000)],
  ['negations', 'NOT '.repeat(100_000)],
  ['dashes', '-'.repeat(100_000)],
  ['negated parentheses', '-('.repeat(50_000)],
  ['operators', 'OR '.repeat(100_000)],
  ['alternatives', 'a OR '.repeat(100_000)],
  ['quotes', '"'.repeat(100_001)],
  ['backslashes in quotes', `"${'\\'.repeat(100_000)}`],
  ['one long word', 'a'.repeat(1_000_000)],
  ['one long link', `https://arxiv.org/abs/${'a-'.repeat(500_000)}`],
  ['one long range', `year:${'.'.repeat(500_000)}`],
  ['filters', 'tag:a -year:2024 '.repeat(50_000)],
  ['levels of a tag', `tag:${'a/'.repeat(100_000)}`],
])('parses 100,000 %s', (_, text) => {
  expect(read(text)).toBeDefined();
});
