import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { guardFormula, unguardFormula } from '@/lib/export/formula-guard';

describe('guardFormula', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '  =1',
    "'=1",
    '＝1',
    '=cmd|x!A0',
  ])('prefixes %j with an apostrophe', (text) => {
    expect(guardFormula(text)).toBe(`'${text}`);
    expect(unguardFormula(`'${text}`)).toBe(text);
  });

  it.each(['a=b', "it's", "'quoted'", 'a-b', '1', ''])('leaves %j unchanged', (text) => {
    expect(guardFormula(text)).toBe(text);
    expect(unguardFormula(text)).toBe(text);
  });
});

const SIGNS = ['=', '+', '-', '@', '＝', "'", ' ', '\u00a0', '\t', '\r', '\n', 'a', '1'];

test('unguardFormula restores any text, and no guarded text is a formula', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...SIGNS), maxLength: 6 }));
  fc.assert(
    fc.property(text, (text) => {
      const cell = guardFormula(text);
      expect(unguardFormula(cell)).toBe(text);
      expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/);
    }),
    { numRuns: 1000 },
  );
});
