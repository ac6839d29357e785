import * as fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { digestFileName, writeDigest } from '../../../lib/export/digest';
import type { DigestDay } from '../../../lib/papers/digest';
import { foldSpaces } from '../../../lib/shared/text';
import { EXPORTED_AT, nastyLine } from './records';

const DAYS: DigestDay[] = [
  {
    day: '2025-12-01',
    papers: [
      {
        day: '2025-12-01',
        rise: 42,
        paper: {
          id: 'arxiv:2511.01234',
          title: 'Shelves_v2 at *Scale*',
          authors: ['Ada Quill', 'Bo van der Leaf'],
          organization: { slug: 'shelf', name: 'Shelf [Lab]' },
          upvotes: 312,
          comments: 1,
          githubStars: 1204,
          aiSummary: 'Shelves scale.',
          abstract: 'Not shown where there is a summary.',
        },
      },
    ],
  },
  {
    day: '2025-11-28',
    papers: [
      { day: '2025-11-28', rise: 0, paper: { id: 'other:7', title: '# C #', authorCount: 12 } },
      {
        day: '2025-11-28',
        rise: 0,
        paper: { id: 'arxiv:2511.00007', title: '', abstract: 'word '.repeat(200).trim() },
      },
    ],
  },
];

function textOf(node: object): string {
  if ('children' in node) return (node.children as object[]).map(textOf).join('');
  return 'value' in node ? String(node.value) : '';
}

describe('writeDigest', () => {
  it('writes a section per day with one per paper', () => {
    expect(writeDigest(DAYS.slice(0, 1), '2025-11-28', EXPORTED_AT)).toBe(
      `# Papers listed since 2025-11-28

1 paper, exported on 2025-12-01

## Monday, 2025-12-01

### [Shelves\\_v2 at \\*Scale\\*](https://huggingface.co/papers/2511.01234)

Ada Quill, Bo van der Leaf

Shelf \\[Lab\\] · 312 upvotes · +42 in 7 days · 1 comment · 1204 stars

**AI summary.** Shelves scale.
`,
    );
  });

  it('omits unknown facts of a paper', () => {
    expect(writeDigest(DAYS, '2025-11-28', EXPORTED_AT)).toContain(`**AI summary.** Shelves scale.

## Friday, 2025-11-28

### \\# C \\#

12 authors

### [arxiv:2511.00007](https://huggingface.co/papers/2511.00007)

**Abstract.** word`);
  });

  it('is parsed into the intended headings', () => {
    const nodes = fromMarkdown(writeDigest(DAYS, '2025-11-28', EXPORTED_AT)).children;
    const headings = nodes.flatMap((node) =>
      node.type === 'heading' ? [[node.depth, textOf(node)]] : [],
    );

    expect(headings).toEqual([
      [1, 'Papers listed since 2025-11-28'],
      [2, 'Monday, 2025-12-01'],
      [3, 'Shelves_v2 at *Scale*'],
      [2, 'Friday, 2025-11-28'],
      [3, '# C #'],
      [3, 'arxiv:2511.00007'],
    ]);
    expect(nodes.map(textOf)).toContain('12 authors');
  });

  it('cuts an abstract at a word', () => {
    const text = textOf(fromMarkdown(writeDigest(DAYS, '2025-11-28', EXPORTED_AT)));
    const excerpt = /Abstract\. (.*)/.exec(text)?.[1] ?? '';

    expect(excerpt.length).toBeLessThan(420);
    expect(excerpt).toMatch(/^(word )+…$/);
  });

  it('writes a count of 0 without papers', () => {
    expect(writeDigest([], '2025-11-28', EXPORTED_AT)).toContain('0 papers');
  });

  it('keeps any text of a page from changing the structure', () => {
    fc.assert(
      fc.property(nastyLine, nastyLine, nastyLine, (title, name, aiSummary) => {
        const paper = {
          id: 'arxiv:2511.01234' as const,
          title,
          authors: [name],
          aiSummary,
        };
        const day = '2025-12-01';
        const file = writeDigest(
          [{ day, papers: [{ paper, day, rise: 0 }] }],
          '2025-11-28',
          EXPORTED_AT,
        );
        const nodes = fromMarkdown(file).children;

        expect(nodes.map(({ type }) => type)).toEqual([
          'heading',
          'paragraph',
          'heading',
          'heading',
          'paragraph',
          'paragraph',
        ]);
        expect(nodes.slice(3).map(textOf)).toEqual([
          foldSpaces(title),
          foldSpaces(name),
          `AI summary. ${foldSpaces(aiSummary)}`,
        ]);
      }),
    );
  });

  it('is named by the day of the export', () => {
    expect(digestFileName(EXPORTED_AT)).toBe('papershelf-digest-2025-12-01.md');
  });
});
