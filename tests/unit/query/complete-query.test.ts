import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completionAt, withCompletion } from '@/lib/query/complete-query';
import { parseQuery } from '@/lib/query/parse-query';
import { anyText } from './arbitrary';

function caretIn(marked: string): [text: string, caret: number] {
  return [marked.replace('|', ''), marked.indexOf('|')];
}

const describeCompletion = (marked: string) => {
  const completion = completionAt(...caretIn(marked));
  if (completion === undefined) return undefined;
  const { start, end } = completion.span;
  const key = completion.kind === 'value' ? completion.key : 'a key';
  return `${key} from ${completion.typed}, in ${marked.replace('|', '').slice(start, end)}`;
};

describe('completionAt', () => {
  it.each([
    ['|', 'a key from , in '],
    ['a |', 'a key from , in '],
    ['a |  b', 'a key from , in '],
    ['-|', 'a key from , in '],
    ['(|)', 'a key from , in '],
    ['ta|', 'a key from ta, in ta'],
    ['a -TA|', 'a key from TA, in TA'],
    ['(ta|)', 'a key from ta, in ta'],
    ['ta|g:brain', 'a key from ta, in tag:'],
    ['tg|:brain', 'a key from tg, in tg:'],
    ['tag:|', 'tag from , in '],
    ['tag:br|', 'tag from br, in br'],
    ['tag:br|ain a', 'tag from br, in brain'],
    ['-status:re|', 'status from re, in re'],
    ['tag:"scene g|', 'tag from scene g, in "scene g'],
    ['tag:"scene g| foo bar', 'tag from scene g, in "scene g'],
    ['tag:"sc|ene graphs" a', 'tag from sc, in "scene graphs"'],
    ['tag:"scene graphs"|', 'tag from scene graphs, in "scene graphs"'],
    ['tag:"say \\"h|', 'tag from say "h, in "say \\"h'],
    ['sort:-ti|', 'sort from -ti, in -ti'],
  ])('finds what to complete in %s', (marked, expected) => {
    expect(describeCompletion(marked)).toBe(expected);
  });

  it.each([
    '|word',
    'wo|rd',
    'state-of-the-art7|',
    '"ta|',
    '"ta|g"',
    '"a"|',
    'OR|',
    'foo:b|',
    'é|',
  ])('returns undefined for %s', (marked) => {
    expect(completionAt(...caretIn(marked))).toBeUndefined();
  });
});

describe('withCompletion', () => {
  it.each([
    ['ta|', 'tag', 'tag:|'],
    ['a ta|g:brain b', 'author', 'a author:|brain b'],
    ['tag:br|', 'brain', 'tag:brain |'],
    ['tag:br|ain b', 'brain', 'tag:brain |b'],
    ['(tag:br|)', 'brain', '(tag:brain|)'],
    ['tag:sc|', 'scene graphs', 'tag:"scene graphs" |'],
    ['tag:"scene g| foo', 'scene graphs', 'tag:"scene graphs" |foo'],
    ['tag:"sc|ene" foo', 'scene graphs', 'tag:"scene graphs" |foo'],
    ['tag:a|"b"', 'ab', 'tag:ab |"b"'],
    ['tag:|', 'say "hi"', 'tag:"say \\"hi\\"" |'],
  ])('completes %s with %s', (marked, value, expected) => {
    const [text, caret] = caretIn(marked);
    const completion = completionAt(text, caret);
    if (completion === undefined) throw new Error('nothing to complete');
    const done = withCompletion(text, completion, value);
    expect(`${done.text.slice(0, done.caret)}|${done.text.slice(done.caret)}`).toBe(expected);
  });

  it('never throws, and adds the completed tag to the condition', () => {
    fc.assert(
      fc.property(anyText, fc.nat(60), (text, at) => {
        const completion = completionAt(text, Math.min(at, text.length));
        if (completion === undefined) return;
        const { span } = completion;
        expect(span.start).toBeLessThanOrEqual(span.end);
        const done = withCompletion(text, completion, 'tag');
        expect(done.caret).toBeLessThanOrEqual(done.text.length);
        if (completion.kind !== 'value' || completion.key !== 'tag') return;
        const { condition } = parseQuery(done.text, 0);
        expect(JSON.stringify(condition)).toContain('{"kind":"tag","tag":"tag"}');
      }),
      { numRuns: 2000 },
    );
  });
});
