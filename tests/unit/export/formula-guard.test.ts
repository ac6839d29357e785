import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { guardFormula, unguardFormula } from '@/lib/export/formula-guard';

describe('a cell that a spreadsheet could take for a formula', () => {
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
  ])('%j is led by an apostrophe', (text) => {
    expect(guardFormula(text)).toBe(`'${text}`);
    expect(unguardFormula(`'${text}`)).toBe(text);
  });

  it.each(['a=b', "it's", "'quoted'", 'a-b', '1', ''])('%j is none', (text) => {
    expect(guardFormula(text)).toBe(text);
    expect(unguardFormula(text)).toBe(text);
  });
});

const SIGNS = ['=', '+', '-', '@', '＝', "'", ' ', '\u00a0', '\t', '\r', '\n', 'a', '1'];

test('any text is read back as it was, and none is a formula meanwhile', () => {
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
