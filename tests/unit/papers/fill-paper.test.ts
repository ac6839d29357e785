import { describe, expect, it } from 'vitest';
import { differingFacts, fillPaper } from '@/lib/papers/fill-paper';
import type { Paper } from '@/lib/papers/paper';

const known: Paper = { id: 'arxiv:2512.01234', title: 'Shelving', upvotes: 3 };

describe('fillPaper', () => {
  it('fills only gaps', () => {
    const file: Paper = { ...known, title: 'SHELVING', upvotes: 1, abstract: 'We shelve.' };

    expect(fillPaper(known, file)).toEqual({ ...known, abstract: 'We shelve.' });
    expect(differingFacts(known, fillPaper(known, file))).toEqual(['abstract']);
  });

  it('returns the same object when there is nothing to fill', () => {
    expect(fillPaper(known, { id: known.id, title: 'Other' })).toBe(known);
    expect(fillPaper({ ...known, title: '' }, { id: known.id, title: '' })).toHaveProperty(
      'title',
      '',
    );
  });

  it('fills an empty title', () => {
    expect(fillPaper({ ...known, title: '' }, known).title).toBe('Shelving');
  });

  it('fills authors and their number, unless a page counted more', () => {
    const file: Paper = { ...known, authors: ['Ada Quill', 'Bo Leaf'] };

    expect(fillPaper(known, file)).toMatchObject({ authors: file.authors, authorCount: 2 });
    expect(fillPaper({ ...known, authorCount: 5 }, file)).not.toHaveProperty('authors');
  });
});
