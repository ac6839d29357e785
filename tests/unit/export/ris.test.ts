import { createRequire } from 'node:module';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportRecord } from '../../../lib/export/format';
import { structuredName } from '../../../lib/papers/names';
import { ris } from '../../../lib/export/ris';
import { EXPORTED_AT, FULL, listed, makeRecord, nastyLine, nastyNote } from './records';

// They have no types.
const require = createRequire(import.meta.url);
const { plugins } = require('@citation-js/core');
// oxlint-disable-next-line import/no-unassigned-import -- it registers itself
require('@citation-js/plugin-ris');

function write(...records: ExportRecord[]): string {
  return ris.write(records, EXPORTED_AT);
}

function readBack(text: string) {
  return plugins.input.chain(text, { generateGraph: false });
}

function folded(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** The parser splits names at commas and takes a single word as a family name. */
function displayName(name: { family?: string; given?: string; suffix?: string; literal?: string }) {
  return name.literal ?? [name.given, name.family, name.suffix].filter(Boolean).join(' ');
}

describe('RIS', () => {
  it('writes every tag in its place', () => {
    expect(write(FULL).split('\r\n')).toEqual([
      'TY  - GEN',
      'ID  - kaiser2025scaling',
      'TI  - Scaling LLM Agents to $O(n^2)$ Contexts: 50% Faster & Better',
      'AU  - Kaiser, Łukasz',
      'AU  - van der Maaten, Laurens',
      'AU  - DeepSeek-AI',
      'PY  - 2025',
      'DA  - 2025/07/08/',
      'PB  - arXiv',
      'M3  - preprint',
      'DP  - Papershelf',
      'DO  - 10.48550/arXiv.2507.06261',
      'UR  - https://arxiv.org/abs/2507.06261',
      'L1  - https://arxiv.org/pdf/2507.06261',
      'L3  - https://github.com/a/b_c',
      'L3  - https://example.org/p',
      'L3  - https://huggingface.co/papers/2507.06261',
      'KW  - agents',
      'KW  - nlp/long context',
      'KW  - to-read',
      'AB  - We scale agents_v2 by 50% & more.',
      'N1  - Read *again* - first - second',
      'ER  - ',
      '',
    ]);
  });

  it('can be parsed', () => {
    expect(readBack(write(FULL, makeRecord()))).toMatchObject([
      {
        title: FULL.paper.title,
        author: [
          { family: 'Kaiser', given: 'Łukasz' },
          { family: 'van der Maaten', given: 'Laurens' },
          { family: 'DeepSeek-AI' },
        ],
        issued: { 'date-parts': [[2025, 7, 8]] },
        DOI: '10.48550/arXiv.2507.06261',
        URL: 'https://arxiv.org/abs/2507.06261',
        genre: 'preprint',
        publisher: 'arXiv',
        keyword: 'agents,nlp/long context,to-read',
        abstract: FULL.paper.abstract,
        note: 'Read *again* - first - second',
      },
      { title: 'A Title' },
    ]);
  });

  it('wraps no lines and omits unknown facts', () => {
    const abstract = 'word '.repeat(500).trim();
    expect(write(makeRecord({ abstract }))).toContain(`AB  - ${abstract}\r\n`);
    expect(write(makeRecord())).not.toMatch(/^(?:AU|PY|DA|AB|N1)/m);
    expect(write(makeRecord({ id: 'other:9' }))).not.toMatch(/^(?:PB|DO|UR)/m);
  });

  it('writes a suffix last and a group as one name', () => {
    const text = write(makeRecord({ authors: ['John Smith Jr.', 'Gemini Team, Google'] }));
    expect(text).toContain('AU  - Smith, John, Jr.\r\nAU  - Gemini Team Google\r\n');
  });

  it('preserves any title, abstract, note and tag in one record', () => {
    fc.assert(
      fc.property(nastyLine, nastyLine, nastyNote, nastyLine, (title, abstract, note, tag) => {
        const text = write(makeRecord({ title, abstract }, { note, tags: [tag] }), makeRecord());
        expect(text.match(/^ER/gm)).toHaveLength(2);
        const [item, next] = readBack(text);
        expect(item.title).toBe(folded(title));
        expect(item.abstract).toBe(folded(abstract));
        expect(item.note ?? '').toBe(folded(note));
        expect(item.keyword).toBe(`${folded(tag)},to-read`);
        expect(next.title).toBe('A Title');
      }),
      { numRuns: 500 },
    );
  });

  it('reads back titles and names of listed papers', () => {
    const items = readBack(write(...listed));
    expect(items).toHaveLength(listed.length);
    listed.forEach(({ paper }, index) => {
      expect(items[index].title).toBe(paper.title);
      expect(items[index].author?.map(displayName)).toEqual(paper.authors);
      expect(
        items[index].author?.map(
          ({ literal, given }: { literal?: string; given?: string }) =>
            literal === undefined && given !== undefined,
        ),
      ).toEqual(paper.authors?.map((name) => structuredName(name).kind === 'person'));
    });
  });
});
