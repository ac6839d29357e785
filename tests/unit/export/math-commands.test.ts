import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latexOfTitle } from '@/lib/export/latex';
import { isAllowedMath } from '@/lib/export/math-commands';

const written = (math: string) => latexOfTitle(`On $${math}$ here`);

describe('math of real titles stays math', () => {
  it.each([
    'O(n \\log n)',
    'x^2',
    '\\mathcal{L}',
    '\\textsc{Bert}',
    '\\ell_0',
    '\\pi_{0.5}',
    '\\tau^2',
    '\\mathbb{R}^{d \\times k}',
    '\\epsilon',
    '\\text{SE}(3)',
    '\\left(\\frac{a}{b}\\right)',
    '\\{0, 1\\}^n',
    '\\alpha\\!-\\!\\beta',
    '\\sqrt[3]{x}',
    '95\\%',
    '\\rightarrow',
    '\\boldsymbol{\\lambda}',
    '\\operatorname{SO}(3)',
    '{\\cal N}=4',
    '\\overline{\\rm MS}',
    '\\Delta\\text{-Belief}',
    '\\|x\\|_2',
    'B \\to K^{*} \\mu^+ \\mu^-',
  ])('$%s$', (math) => {
    expect(isAllowedMath(math)).toBe(true);
    expect(written(math)).toContain(`$${math}$`);
  });
});

describe('other math is escaped as text', () => {
  it.each([
    '\\input{secret.txt}',
    '\\input secret.txt',
    '\\include{secret}',
    '\\InputIfFileExists{a}{b}{c}',
    '\\openin5=secret\\read5 to\\x\\x',
    '\\openout5=x',
    '\\write18{rm -rf ~}',
    '\\immediate\\write18{id}',
    '\\def\\x{\\x}\\x',
    '\\gdef\\x{}',
    '\\let\\x=y',
    '\\catcode`\\@=0',
    '\\csname input\\endcsname secret',
    '\\expandafter\\x',
    '\\loop\\iftrue\\repeat',
    '\\newcommand{\\x}{y}',
    '\\usepackage{x}',
    '\\verbatiminput{x}',
    '\\lstinputlisting{x}',
    '\\includegraphics{x}',
    '\\directlua{os.exit()}',
    '\\pdffiledump{x}',
    '\\special{x}',
    '\\message{x}',
    '\\batchmode',
    '\\end',
    '\\begin{verbatim}',
    '\\href{javascript:x}{y}',
    '\\url{x}',
    '\\footnote{x}',
    '\\char92',
    '\\mathchardef\\x=1',
    '\\the\\inputlineno',
    '\\jobname',
    '\\hspace{99cm}',
    '\\rule{9cm}{9cm}',
    '\\color{white}',
    '\\\\input{x}',
    '\\mathcal{\\input{x}}',
    '\\text{\\input{x}}',
    '\\frac\\input x',
    '\\Input{x}',
    '\\input@path',
    '\\@@input x',
    '^^5cinput{secret.txt}',
    '^^5c^^69nput x',
    '^^^^005cinput x',
    'a%b',
    'a&b',
    'a#1',
    '\\left(x',
    '}{',
    'x}\\input{y',
    '\\',
    '\\ınput{x}',
  ])('$%s$', (math) => {
    expect(isAllowedMath(math)).toBe(false);
    const latex = written(math);
    expect(latex).toMatch(/^On \\\$.*\\\$ here$/);
    // No command but those that escape a character.
    const commands = latex.matchAll(/\\([A-Za-z]+)/g);
    for (const [, name = ''] of commands)
      expect(name).toMatch(/^text(?:back|ascii|brace|less)|^i$/);
    expect(latex).not.toContain('^^');
  });

  it('whatever a title is made of', () => {
    const piece = fc.constantFrom(
      ...'$ $ $ \\input \\def \\x \\mathcal \\write18 ^^5c ^ { } \\\\ \\ _ x A % 1'.split(' '),
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const latex = latexOfTitle(pieces.join(''));
        expect(latex).not.toMatch(/\\(?:input|def|write|x)\b|\^\^/);
        expect(latex).not.toMatch(/\\\\/);
      }),
      { numRuns: 2000 },
    );
  });
});
