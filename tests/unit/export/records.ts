import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as fc from 'fast-check';
import type { ExportRecord } from '../../../lib/export/format';
import type { Entry } from '../../../lib/papers/entry';
import type { Day } from '../../../lib/shared/day';
import type { KnownPaper } from '../../../lib/papers/paper';
import { paperIdOfArxiv } from '../../../lib/papers/paper-id';
import { foldSpaces } from '../../../lib/shared/text';
import { aKnownPaper, anEntry } from '../../fixtures/rows';

export const EXPORTED_AT = Date.UTC(2025, 11, 1, 23, 30);

export function makeRecord(
  paper: Partial<KnownPaper> = {},
  entry: Partial<Entry> = {},
): ExportRecord {
  const id = paper.id ?? 'arxiv:2507.06261';
  const savedAt = Date.UTC(2025, 6, 9, 8, 7, 6);
  const given = { paperId: id, citationKey: 'key2025title', savedAt, updatedAt: savedAt };
  return {
    paper: aKnownPaper({ id, title: 'A Title', lastSeenAt: 2, ...paper }),
    entry: anEntry({ ...given, ...entry }),
  };
}

/** A record with every field set. */
export const FULL = makeRecord(
  {
    title: 'Scaling LLM Agents to $O(n^2)$ Contexts: 50% Faster & Better',
    abstract: 'We scale agents_v2 by 50% & more.',
    authors: ['Łukasz Kaiser', 'Laurens van der Maaten', 'DeepSeek-AI'],
    organization: { slug: 'google', name: 'Google' },
    publishedOn: '2025-07-08',
    listedOn: '2025-07-10',
    upvotes: 12,
    comments: 0,
    githubRepo: 'https://github.com/a/b_c',
    githubStars: 345,
    projectPage: 'https://example.org/p',
  },
  {
    tags: ['agents', 'nlp/long context'],
    note: 'Read *again*\n- first\n- second',
    rating: 4,
    citationKey: 'kaiser2025scaling',
  },
);

/** A line of text that could break formats. */
export const nastyLine = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
      fc.constantFrom(
        ...(
          "& % _ # $ { } {} }{ \\ \\\\ \\{ \" ' '' `` ` -- --- ?` < > << | ~ ^ @ @misc{x, [ ] * , ; : = " +
          '+ \\par \\textbf{x} \\$ é e\u0301 ł ß ø Ł İ ế 😀 👩‍🔬 שלום العربية 中文 \u00a0 &amp; <b> LLM GPT-4V A B 3D a b ER'
        ).split(' '),
        'ER  - ',
        'word two',
        '  - ',
        '"\n  "',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join('').replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' '))
  .map((text) => `x${foldSpaces(text)}y`);

/** Notes of several such lines. */
export const nastyNote = fc
  .array(fc.oneof(nastyLine, fc.constantFrom('', '  ', 'ER  - ', '# heading', '- item', '```')), {
    maxLength: 5,
  })
  .chain((lines) =>
    fc.constantFrom('\n', '\n\n', '\r\n').map((separator) => lines.join(separator)),
  );

export interface Capture {
  id: string;
  title: string;
  summary?: string;
  publishedAt?: string;
  authors: { name: string }[];
}

const CAPTURES = resolve(import.meta.dirname, '../../../../shared/captures/api');

/** Real records, if the folder of captures is next to the project. */
export const captured: ExportRecord[] = existsSync(CAPTURES)
  ? readdirSync(CAPTURES)
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => JSON.parse(readFileSync(resolve(CAPTURES, name), 'utf8')))
      .map(({ paper }: { paper: Capture }, index) => {
        const id = paperIdOfArxiv(paper.id) ?? 'arxiv:0000.00000';
        const facts: Partial<KnownPaper> = {
          id,
          title: foldSpaces(paper.title),
          authors: paper.authors.map(({ name: author }) => foldSpaces(author)),
        };
        if (paper.summary) facts.abstract = foldSpaces(paper.summary);
        if (paper.publishedAt) facts.publishedOn = paper.publishedAt.slice(0, 10) as Day;
        return makeRecord(facts, { citationKey: `key${index}`, tags: ['a/b', 'two words'] });
      })
  : [];

/** For titles of tests that are skipped without them. */
export const CAPTURED =
  captured.length > 0 ? 'real records' : 'real records (skipped: no captures next to the project)';
