import * as fc from 'fast-check';
import type { ExportRecord } from '../../../lib/export/format';
import type { Entry } from '../../../lib/papers/entry';
import type { Day } from '../../../lib/shared/day';
import type { KnownPaper } from '../../../lib/papers/paper';
import { paperIdOfArxiv } from '../../../lib/papers/paper-id';
import { foldSpaces } from '../../../lib/shared/text';
import { capturesIn, readCapture } from '../../fixtures/captures';
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

interface ApiPaper {
  id: string;
  title: string;
  summary?: string;
  publishedAt?: string;
  authors: { name: string }[];
}

/** Made-up titles and authors in all forms that occur on the site. */
const INVENTED: [title: string, authors: string[]][] = [
  ['Glow: Keep What\n  Worked', ['Ada Quill', 'Bo Márquez', 'Chen Wu']],
  ['\\$OneThousand-Lamps: How Far Can Lanterns Shine?', ['Łucja Wróbel', 'Michał Ćma']],
  ['V_{0.5}: Half a Lantern, Twice the Light!', ['Günther Mohn', 'Ümit Üner', 'Eve O’Neil']],
  ['Skip to the Dark Part: Moths & Test-Time Wicks vs. Candles', ['M. C. Lin', 'R. Ann Fern']],
  ['Counting $x^2$ Sheep (and 3D Goats) with π-Flow + Δ-Nets', ["Dana D'souza", 'Yi R.']],
  ['Moth-2.5 Technical Report', ['Lantern-AI', 'Moth Team', 'Fen']],
  ['LampBench', ['Nhi D. Q. Bui', 'Jor Van Landhuis', 'Ming-HsiuWu', 'Raphaël Bœuf']],
  ['A Wick, a Flame, and the "Glow" of 100% Wax', ['Zoë de la Cruz', 'Ole van der Berg']],
  ['When Less Is More: LLM-Lit LaMPs for GLOWing', ['John Wick Jr.', 'Niccolò dell’Olmo']],
  ['光る: A Survey', ['王小明', '김 철수']],
];

function invented([title, authors]: (typeof INVENTED)[number], index: number): ApiPaper {
  return {
    id: `2601.5${String(index).padStart(4, '0')}`,
    title,
    summary: `On ${title}.\nIt costs ~5% (~$2) of \\(n\\) <b>lamps</b>; see "it" at a/b_c.`,
    publishedAt: '2026-01-30T00:00:00.000Z',
    authors: authors.map((name) => ({ name })),
  };
}

const captured: ApiPaper[] = capturesIn('api')
  .flatMap((path) => JSON.parse(readCapture(path)) as { paper: ApiPaper }[])
  .map(({ paper }) => paper);

/** Records of made-up papers, and of real ones if there are captures. */
export const listed: ExportRecord[] = [...INVENTED.map(invented), ...captured].map(
  (paper, index) => {
    const facts: Partial<KnownPaper> = {
      id: paperIdOfArxiv(paper.id) ?? 'arxiv:0000.00000',
      title: foldSpaces(paper.title),
      authors: paper.authors.map(({ name: author }) => foldSpaces(author)),
    };
    if (paper.summary) facts.abstract = foldSpaces(paper.summary);
    if (paper.publishedAt) facts.publishedOn = paper.publishedAt.slice(0, 10) as Day;
    return makeRecord(facts, { citationKey: `key${index}`, tags: ['a/b', 'two words'] });
  },
);
