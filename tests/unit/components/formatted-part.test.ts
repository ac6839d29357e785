import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { formattedPart } from '@/components/paper/formatted-part';

describe('formattedPart', () => {
  it.each([
    ['nothing', ''],
    ['prose', 'A paragraph of a few words, as notes have them.\n\n'.repeat(400)],
    ['a list', '- one\n'.repeat(1000)],
    ['a numbered list', '1. one\n2. two\n'.repeat(100)],
    ['code', `\`\`\`\n${'> > > not a quotation\n'.repeat(200)}\`\`\`\n`],
    ['nested lists', '- a\n  - b\n    - c\n      1. d\n\n         > e\n'.repeat(60)],
    ['lists after lists', '- a\n\n  1. b\n\nText.\n\n'.repeat(300)],
    ['a list with tabs', '-\ta\n\t-\tb\n\t\t-\tc\n'.repeat(50)],
  ])('is the whole note for %s', (_, note) => {
    expect(formattedPart(note)).toEqual({ formatted: note, plain: '' });
  });

  it('ends before the first line that nests too deeply, or is one too many', () => {
    const start = '# Title\n\n- a\n';
    for (const rest of ['> '.repeat(2000), '- '.repeat(10_000), '- > 1. '.repeat(30)]) {
      const plain = `${rest}b\n\nafter`;
      expect(formattedPart(start + plain)).toEqual({ formatted: start, plain });
    }
    const { formatted, plain } = formattedPart('word\n\n'.repeat(10_000));
    expect(formatted.length).toBeGreaterThan(1000);
    expect(formatted + plain).toBe('word\n\n'.repeat(10_000));
    expect(plain).not.toBe('');
  });

  it('ends before a paragraph that is too long', () => {
    const long = `${'![a'.repeat(5000)}${'](b)'.repeat(5000)}\n`;
    expect(formattedPart(`first\n\n${long}`)).toEqual({ formatted: 'first\n\n', plain: long });
  });

  /** Deeper than levels of the tree may be: a list and an item are two. */
  it.each([
    ['by indentation', (level: number) => `${'  '.repeat(level)}- a\n`],
    ['by indentation, between empty lines', (level: number) => `${'  '.repeat(level)}- a\n\n`],
    ['with lazy lines', (level: number) => `${'  '.repeat(level)}- a\nlazy\n`],
    ['with numbers', (level: number) => `${'   '.repeat(level)}7. a\n`],
    ['in quotations', (level: number) => `${'> '.repeat(level)}a\n`],
    ['with tabs', (level: number) => `${'\t'.repeat(level)}-\ta\n`],
  ])('never nests deeply: %s', (_, line) => {
    const note = Array.from({ length: 60 }, (_each, level) => line(level)).join('');
    const { formatted } = formattedPart(note);
    expect(formatted).not.toBe('');
    expect(depthOf(fromMarkdown(formatted))).toBeLessThan(30);
  });
});

interface Node {
  type: string;
  children?: readonly Node[];
}

function depthOf({ children = [] }: Node): number {
  return 1 + Math.max(0, ...children.map(depthOf));
}

describe('formattedPart, of 200,000 hostile characters, ends soon', () => {
  const many = (text: string): string => text.repeat(Math.ceil(200_000 / text.length));
  const levels = Array.from({ length: 600 }, (_, level) => `${'  '.repeat(level)}- a\n`).join('');
  it.each(
    [
      '- ',
      '>',
      '- > ',
      '*a **b ',
      '[a](',
      '![',
      '<a ',
      '- a\n',
      '1. a\r',
      '\n',
      '\t',
      `${'- '.repeat(10)}a\n`,
      `${'![a'.repeat(40)}${'](b)'.repeat(40)}\n\n`,
      levels,
    ].map((text) => [text.slice(0, 20), many(text)] as const),
  )(
    '%j',
    (_, note) => {
      const { formatted, plain } = formattedPart(note);
      expect(formatted + plain).toBe(note);
      fromMarkdown(formatted);
    },
    20_000,
  );
});
