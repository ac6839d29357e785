import * as fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '@/lib/export/markdown-text';
import { markdown } from '../../../lib/export/markdown';
import { foldSpaces } from '../../../lib/shared/text';
import { EXPORTED_AT, FULL, listed, makeRecord, nastyLine, nastyNote } from './records';

type Node = ReturnType<typeof fromMarkdown>['children'][number];

function textOf(node: object): string {
  if ('children' in node) return (node.children as object[]).map(textOf).join('');
  return 'value' in node ? String(node.value) : '';
}

function topLevel(text: string): Node[] {
  return fromMarkdown(text).children;
}

function titles(nodes: Node[]): string[] {
  return nodes.filter((node) => node.type === 'heading' && node.depth === 2).map(textOf);
}

describe('Markdown', () => {
  it('writes one section per paper', () => {
    expect(markdown.write([FULL], EXPORTED_AT)).toBe(`# Reading list

1 paper, exported on 2025-12-01

## [Scaling LLM Agents to $O(n^2)$ Contexts: 50% Faster & Better](https://huggingface.co/papers/2507.06261)

Łukasz Kaiser, Laurens van der Maaten, DeepSeek-AI

Google · 2025-07-08 · To read · rated 4 of 5

Tags: agents, nlp/long context

[arXiv](https://arxiv.org/abs/2507.06261) · [PDF](https://arxiv.org/pdf/2507.06261) · [Code](https://github.com/a/b_c) · [Project](https://example.org/p)

> Read *again*
> - first
> - second

**Abstract.** We scale agents\\_v2 by 50% & more.
`);
  });

  it('omits unknown facts of a paper', () => {
    const bare = makeRecord({ id: 'other:9' });
    const noted = makeRecord({ id: 'other:10', authors: [] }, { note: '\n\nOne\r\n\r\nTwo\n' });
    expect(markdown.write([bare, noted], EXPORTED_AT)).toBe(`# Reading list

2 papers, exported on 2025-12-01

## A Title

To read

## A Title

To read

> One
>
> Two
`);
  });

  it('writes the number of papers', () => {
    expect(markdown.write([], EXPORTED_AT)).toContain('0 papers');
  });

  it('writes a title without a link as a heading', () => {
    const nodes = topLevel(
      markdown.write([makeRecord({ id: 'other:9', title: '# C #' })], EXPORTED_AT),
    );
    expect(titles(nodes)).toEqual(['# C #']);
  });

  it('escapes links', () => {
    const [, , heading] = topLevel(
      markdown.write(
        [makeRecord({ id: 'other:9', projectPage: 'https://x.org/a_(b) c>d' })],
        EXPORTED_AT,
      ),
    );
    expect(JSON.stringify(heading)).toContain('"url":"https://x.org/a_%28b%29%20c%3Ed"');
  });

  it('escapes ^^, by which TeX writes any character', () => {
    expect(escapeMarkdown('$^^5cinput{x}$ x^2')).toBe('$\\^\\^5cinput{x}$ x^2');
  });

  it('names a paper without a title by its id', () => {
    const nodes = topLevel(markdown.write([makeRecord({ title: '' })], EXPORTED_AT));
    expect(titles(nodes)).toEqual([makeRecord().paper.id]);
  });

  it('keeps any text or note from changing the structure', () => {
    fc.assert(
      fc.property(nastyLine, nastyLine, nastyNote, (title, abstract, note) => {
        const record = makeRecord(
          { title, abstract, authors: [title] },
          { note: `${note}\n# no section\n\`\`\`\nopen\n<div>\n[x`, tags: [title] },
        );
        const nodes = topLevel(markdown.write([record, record], EXPORTED_AT));
        expect(titles(nodes).map(foldSpaces)).toEqual([title, title].map(foldSpaces));
        expect(nodes.map(({ type }) => type).join(' ')).toBe(
          'heading paragraph heading paragraph paragraph paragraph paragraph blockquote paragraph ' +
            'heading paragraph paragraph paragraph paragraph blockquote paragraph',
        );
        expect(foldSpaces(textOf(nodes[3] ?? {}))).toBe(foldSpaces(title));
        expect(foldSpaces(textOf(nodes.at(-1) ?? {}))).toBe(foldSpaces(`Abstract. ${abstract}`));
        expect(JSON.stringify(nodes.at(-1))).not.toContain('"html"');
      }),
      { numRuns: 300 },
    );
  });

  it('shows titles of listed papers as they are', () => {
    const nodes = topLevel(markdown.write(listed, EXPORTED_AT));
    expect(titles(nodes)).toEqual(listed.map(({ paper }) => paper.title));
  });
});
