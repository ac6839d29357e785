import { describe, expect, test } from 'vitest';
import { paperOfCitationTags, type CitationTag } from '../../../lib/import/citation-tags';

const id = 'arxiv:2512.01234';

const tags: CitationTag[] = [
  ['citation_title', 'On Shelves\n  and Papers'],
  ['citation_author', 'Quill, Ada'],
  ['citation_author', 'van der Leaf, Bo'],
  ['citation_author', 'Shelf Collaboration'],
  ['citation_date', '2025/12/01'],
  ['citation_online_date', '2026/01/15'],
  ['citation_pdf_url', 'https://arxiv.org/pdf/2512.01234'],
  ['citation_arxiv_id', '2512.01234'],
  ['citation_abstract', 'We put papers\non shelves.'],
];

describe('paperOfCitationTags', () => {
  test('returns the facts, with given names first', () => {
    expect(paperOfCitationTags(id, tags)).toStrictEqual({
      id,
      title: 'On Shelves and Papers',
      abstract: 'We put papers on shelves.',
      authors: ['Ada Quill', 'Bo van der Leaf', 'Shelf Collaboration'],
      authorCount: 3,
      publishedOn: '2025-12-01',
    });
  });

  test('returns no facts for another paper or without tags', () => {
    const none = { id, title: '' };
    expect(paperOfCitationTags('arxiv:2512.09999', tags)).toStrictEqual({
      id: 'arxiv:2512.09999',
      title: '',
    });
    expect(paperOfCitationTags(id, [])).toStrictEqual(none);
    expect(paperOfCitationTags(id, [['citation_title', '  ']])).toStrictEqual(none);
  });

  test('ignores the version of the id and an invalid date', () => {
    expect(
      paperOfCitationTags(id, [
        ['citation_arxiv_id', '2512.01234v3'],
        ['CITATION_TITLE', '<b>Shelves</b> & more'],
        ['citation_date', '2025/02/31'],
        ['citation_author', ' '],
      ]),
    ).toStrictEqual({ id, title: '<b>Shelves</b> & more' });
  });
});
