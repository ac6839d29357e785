import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bibtex } from '../../../lib/export/bibtex';
import { cslJson } from '../../../lib/export/csl-json';
import { ris } from '../../../lib/export/ris';
import { EXPORTED_AT, FULL, listed, makeRecord } from './records';

const NASTY = makeRecord(
  {
    title: 'A } B { C \\ D % E $5 & F_G #1 ~ ^ <b> `` \'\' -- "q" 王 é',
    authors: [
      "Florence d'Alché-Buc",
      'Guy Van den Broeck',
      'John Smith Jr.',
      'A & B Lab',
      '王小明',
    ],
    abstract: '100% \\sure {x}',
    publishedOn: '2024-02-29',
  },
  {
    note: 'ER  - \n@misc{x,\n}}} {\\ % $\n\n# last',
    tags: ['C#', 'R&D', '100%', 'a{b', 'c\\'],
    citationKey: 'nasty',
  },
);
const RECORDS = [FULL, NASTY, makeRecord({ authors: ['Ann Lee'] }, { citationKey: '' }), ...listed];

function succeeds(command: string, ...args: string[]): boolean {
  return spawnSync(command, args).status === 0;
}

const hasBibtex = succeeds('bibtex', '--version') && succeeds('kpsewhich', 'plain.bst');
const hasPandoc = succeeds('pandoc', '--version');
const hasBibutils = spawnSync('ris2xml', ['--version']).error === undefined;

function testName(name: string, is: boolean, program: string): string {
  return is ? name : `${name} (skipped: no ${program} on this machine)`;
}

function pandoc(from: string, text: string): Record<string, unknown>[] {
  const { status, stdout, stderr } = spawnSync('pandoc', ['-f', from, '-t', 'csljson'], {
    input: text,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  expect([status, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
}

describe('other programs', () => {
  it.skipIf(!hasBibtex)(testName('bibtex compiles the BibTeX', hasBibtex, 'bibtex'), () => {
    const folder = mkdtempSync(join(tmpdir(), 'papershelf-'));
    try {
      writeFileSync(join(folder, 'list.bib'), bibtex.write(RECORDS, EXPORTED_AT));
      writeFileSync(
        join(folder, 'list.aux'),
        '\\citation{*}\n\\bibstyle{plain}\n\\bibdata{list}\n',
      );
      const { status, stdout } = spawnSync('bibtex', ['list'], { cwd: folder, encoding: 'utf8' });
      expect([status, stdout.match(/warning|error|.*missing/gi)]).toEqual([0, null]);
      const list = readFileSync(join(folder, 'list.bbl'), 'utf8');
      expect(list.match(/\\bibitem/g)).toHaveLength(RECORDS.length);
      expect(list).toContain('{\\L}ukasz Kaiser, Laurens van~der Maaten, and {DeepSeek-AI}');
      expect(list.replace(/\s+/g, ' ')).toContain(
        "Florence {d'Alch{\\'e}-Buc}, Guy {Van den Broeck}, John Smith, Jr.",
      );
      expect(list.replace(/\s+/g, ' ')).toContain('Scaling {LLM} agents to {$O(n^2)$} contexts');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.skipIf(!hasPandoc)(testName('pandoc reads the BibTeX', hasPandoc, 'pandoc'), () => {
    const items = pandoc('bibtex', bibtex.write(RECORDS, EXPORTED_AT));
    expect(items).toHaveLength(RECORDS.length);
    expect(items).toContainEqual(
      expect.objectContaining({
        id: 'kaiser2025scaling',
        author: [
          { family: 'Kaiser', given: 'Łukasz' },
          { 'dropping-particle': 'van der', family: 'Maaten', given: 'Laurens' },
          { literal: 'DeepSeek-AI' },
        ],
        DOI: '10.48550/arXiv.2507.06261',
        URL: 'https://arxiv.org/abs/2507.06261',
        keyword: 'agents, nlp/long context, to-read',
      }),
    );
    expect(items.find(({ id }) => id === 'nasty')).toMatchObject({
      abstract: '100% \\sure {x}',
      keyword: 'C#, R&D, 100%, a(b, c\\, to-read',
      issued: { 'date-parts': [[2024, 2]] },
      author: [
        { family: expect.stringContaining('Alché-Buc'), given: 'Florence' },
        { family: 'Van den Broeck', given: 'Guy' },
        { family: 'Smith', given: 'John', suffix: 'Jr.' },
        { literal: 'A & B Lab' },
        { literal: '王小明' },
      ],
    });
  });

  it.skipIf(!hasPandoc)(testName('pandoc reads the CSL-JSON', hasPandoc, 'pandoc'), () => {
    const items = pandoc('csljson', cslJson.write(RECORDS, EXPORTED_AT));
    expect(items).toHaveLength(RECORDS.length);
    expect(items).toContainEqual(
      expect.objectContaining({
        id: 'kaiser2025scaling',
        type: 'article',
        genre: 'preprint',
        author: [
          { family: 'Kaiser', given: 'Łukasz' },
          { family: 'Maaten', given: 'Laurens', 'non-dropping-particle': 'van der' },
          { literal: 'DeepSeek-AI' },
        ],
        issued: { 'date-parts': [[2025, 7, 8]] },
      }),
    );
  });

  it.skipIf(!hasBibutils)(testName('ris2xml reads the RIS', hasBibutils, 'bibutils'), () => {
    const { status, stdout, stderr } = spawnSync('ris2xml', {
      input: ris.write(RECORDS, EXPORTED_AT),
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    expect([status, stderr.match(/Processed (\d+) references/)?.[1]]).toEqual([
      0,
      String(RECORDS.length),
    ]);
    expect(stdout).toContain('<namePart type="family">van der Maaten</namePart>');
  });
});
