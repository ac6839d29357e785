/** Every text and list of a message is bounded. */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { PAYLOADS } from '@/lib/messaging/protocol';
import { cutFacts } from '@/lib/papers/limits';
import type { Paper } from '@/lib/papers/paper';

/** The parts of valibot's schemas that hold others. */
interface Schema {
  kind: string;
  type: string;
  pipe?: readonly (Schema & { operation?: unknown })[];
  entries?: Record<string, Schema>;
  options?: readonly Schema[];
  item?: Schema;
  wrapped?: Schema;
}

/** Where a schema lets through a text or list of any length. */
function unbounded(schema: Schema, path: string, isBounded = false): string[] {
  const { type, pipe, entries = {}, options = [], item, wrapped } = schema;
  if (pipe !== undefined) {
    // Cut instead; see below.
    if (pipe.some(({ operation }) => operation === cutFacts)) return [];
    const isBoundedHere = isBounded || pipe.some(({ type }) => type === 'max_length');
    return pipe
      .filter(({ kind }) => kind === 'schema')
      .flatMap((part) => unbounded(part, path, isBoundedHere));
  }
  if (item !== undefined) {
    const isChecked = isBounded && item.type === 'unknown';
    return [...(isBounded ? [] : [path]), ...(isChecked ? [] : unbounded(item, `${path}[]`))];
  }
  const parts = [...Object.entries(entries), ...Object.entries(options)];
  return [
    ...(['string', 'record', 'any', 'unknown'].includes(type) && !isBounded ? [path] : []),
    ...(wrapped ? unbounded(wrapped, path, isBounded) : []),
    ...parts.flatMap(([key, part]) => unbounded(part, `${path}.${key}`)),
  ];
}

describe('a message', () => {
  it.each(Object.entries(PAYLOADS))('%s has no text or list without a bound', (type, schema) => {
    expect(unbounded(schema as unknown as Schema, type)).toEqual([]);
  });

  it('would be found without one', () => {
    const schema = v.object({
      a: v.string(),
      b: v.array(v.pipe(v.string(), v.maxLength(2))),
      c: v.nullable(v.object({ d: v.exactOptional(v.string()) })),
      e: v.pipe(v.array(v.unknown()), v.maxLength(2), v.array(v.string())),
      f: v.pipe(v.array(v.unknown()), v.maxLength(2), v.array(v.picklist(['x']))),
      g: v.variant('kind', [v.object({ kind: v.literal('x'), h: v.string() })]),
    });
    expect(unbounded(schema as unknown as Schema, 'm')).toEqual([
      'm.a',
      'm.b',
      'm.c.d',
      'm.e[]',
      'm.g.0.h',
    ]);
  });

  const huge = 'x'.repeat(3_000_000);
  const facts = {
    id: 'arxiv:2512.01234',
    title: huge,
    abstract: huge,
    authors: Array.from({ length: 30_000 }, () => 'A B'),
    authorCount: 3,
    organization: { slug: huge, name: huge },
    publishedOn: '2025-12-01',
    listedOn: '2025-12-01',
    submitter: huge,
    upvotes: 1,
    comments: 1,
    githubRepo: `https://github.com/${huge}`,
    githubStars: 1,
    projectPage: `https://a.example/${huge}`,
    thumbnail: `https://a.example/${huge}`,
    aiSummary: huge,
    aiKeywords: Array.from({ length: 3000 }, () => 'a'),
  } satisfies { [Fact in keyof Required<Paper>]: unknown };

  it('has its facts cut, each of them', () => {
    const { paper } = v.parse(PAYLOADS['library.save'], { paper: facts, at: 1 });
    expect(paper.title).toHaveLength(2000);
    expect(paper.abstract).toHaveLength(100_000);
    expect(paper.authors).toHaveLength(20_000);
    expect(paper.aiKeywords).toHaveLength(1000);
    expect(JSON.stringify(paper).length).toBeLessThan(400_000);
  });

  it('has names of a list cut', () => {
    const { paper } = v.parse(PAYLOADS['library.save'], {
      paper: { ...facts, authors: [huge, 'A B'], aiKeywords: [huge] },
      at: 1,
    });
    expect(paper.authors?.map(({ length }) => length)).toEqual([2000, 3]);
    expect(paper.aiKeywords?.map(({ length }) => length)).toEqual([2000]);
  });

  it('keeps a paper of ordinary length as it is', () => {
    const paper: Paper = {
      id: 'arxiv:2512.01234',
      title: 'T',
      organization: { slug: 'a', name: 'A' },
    };
    expect(cutFacts(paper)).toBe(paper);
  });
});
