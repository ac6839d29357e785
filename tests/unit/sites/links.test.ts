import { describe, expect, it } from 'vitest';
import { linksOf } from '@/lib/sites/links';

describe('linksOf', () => {
  it('returns links to arXiv and those of the page', () => {
    const paper = {
      id: 'arxiv:2512.01234',
      title: 'T',
      githubRepo: 'https://github.com/a/b',
    } as const;
    expect(linksOf(paper)).toEqual({
      paperPage: 'https://huggingface.co/papers/2512.01234',
      arxiv: 'https://arxiv.org/abs/2512.01234',
      pdf: 'https://arxiv.org/pdf/2512.01234',
      doi: '10.48550/arXiv.2512.01234',
      code: 'https://github.com/a/b',
    });
  });

  it('returns only the DOI of a paper with a DOI as its id', () =>
    expect(linksOf({ id: 'doi:10.1000/xyz', title: 'T' })).toEqual({ doi: '10.1000/xyz' }));

  it.each(['arxiv:../../evil', 'doi:10.1000/../../evil', 'doi:../evil'] as const)(
    'returns no page of the stored id %s',
    (id) => {
      const paper = { id, title: 'T', projectPage: 'https://shelves.example/' };
      expect(linksOf(paper)).toEqual({ project: 'https://shelves.example/' });
    },
  );
});
