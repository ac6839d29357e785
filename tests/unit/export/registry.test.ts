import { describe, expect, it } from 'vitest';
import { exportFileName } from '../../../lib/export/format';
import { EXPORT_FORMATS } from '../../../lib/export/registry';
import { EXPORTED_AT, makeRecord } from './records';

describe('EXPORT_FORMATS', () => {
  it('are in the order of the Export menu', () => {
    expect(EXPORT_FORMATS.map(({ id, label }) => [id, label])).toEqual([
      ['bibtex', 'BibTeX'],
      ['ris', 'RIS'],
      ['csl-json', 'CSL-JSON'],
      ['markdown', 'Markdown'],
      ['csv', 'CSV'],
      ['backup', 'Backup (JSON)'],
    ]);
  });

  it('name their files by day and extension', () => {
    expect(EXPORT_FORMATS.map((format) => exportFileName(format, EXPORTED_AT))).toEqual(
      ['bib', 'ris', 'csl.json', 'md', 'csv', 'backup.json'].map(
        (extension) => `papershelf-2025-12-01.${extension}`,
      ),
    );
  });

  const author = 'Jörg van der Maaten-Weiß';
  const sentence =
    'We scale state-of-the-art agents by 50% & more, and then say so in plain words for as long as the ' +
    'reader bears with us, which abstracts are wont to do before they come to the code they release. ';
  const many = Array.from({ length: 10_000 }, (_, index) =>
    makeRecord(
      {
        id: `arxiv:2507.${String(index).padStart(5, '0')}`,
        title: `Scaling LLM Agents to $O(n^2)$ Contexts: 50% Faster & Better, Part ${index}`,
        authors: Array.from(
          { length: 10 },
          (__, at) => `${author} ${at % 3 === 0 ? 'Jr.' : 'Lee'}`,
        ),
        abstract: sentence.repeat(20).slice(0, 1400),
        publishedOn: '2025-07-08',
      },
      { tags: ['agents', 'nlp'], note: 'Read again\nand again', citationKey: `key${index}` },
    ),
  );

  it.each(EXPORT_FORMATS)('writes $label of 10,000 papers completely', (format) => {
    expect(format.write(many, EXPORTED_AT).length).toBeGreaterThan(10_000_000);
  });
});
