import { describe, expect, it } from 'vitest';
import { mergePapers } from '@/lib/papers/merge-papers';
import type { Paper } from '@/lib/papers/paper';

const known: Paper = {
  id: 'arxiv:2609.00001',
  title: 'Source Citations at Scale',
  abstract: 'A long and careful abstract.',
  authors: ['A B', 'C D', 'E F'],
  authorCount: 3,
  organization: { slug: 'shelf', name: 'The Shelf Lab' },
  publishedOn: '2026-09-25',
  upvotes: 12,
  comments: 4,
  githubStars: 100,
};

describe('mergePapers', () => {
  it('keeps every field that the later facts lack', () => {
    expect(mergePapers(known, { id: known.id, title: known.title })).toEqual(known);
  });

  it('takes the latest counts, also lower ones', () => {
    const later = { ...known, upvotes: 11, comments: 0, githubStars: 101 };
    expect(mergePapers(known, later)).toMatchObject({ upvotes: 11, comments: 0, githubStars: 101 });
  });

  it('keeps the longest abstract and the fullest author list, in either order', () => {
    const incomplete: Paper = {
      id: known.id,
      title: known.title,
      abstract: 'A long.',
      authors: ['A B'],
    };
    for (const merged of [mergePapers(known, incomplete), mergePapers(incomplete, known)]) {
      expect(merged.abstract).toBe(known.abstract);
      expect(merged.authors).toEqual(known.authors);
      expect(merged.authorCount).toBe(3);
    }
  });

  it('prefers a complete author list to one of unknown completeness', () => {
    const { authors: _, authorCount: _c, ...nameless } = known;
    const shown: Paper = { ...nameless, authors: ['A B', 'C D', 'E F', 'Follow'] };
    for (const merged of [mergePapers(known, shown), mergePapers(shown, known)]) {
      expect(merged.authors).toEqual(known.authors);
      expect(merged.authorCount).toBe(3);
    }
    expect(mergePapers(nameless, shown)).toStrictEqual(shown);
    const counted = mergePapers({ ...nameless, authorCount: 17 }, shown);
    expect(counted).toStrictEqual({ ...shown, authorCount: 17 });
    expect(mergePapers(counted, { ...known, authors: ['A B'], authorCount: 1 })).toMatchObject({
      authors: ['A B'],
      authorCount: 1,
    });
  });

  it('takes a new title, unless it only lost spaces', () => {
    const titled = (title: string) => mergePapers(known, { id: known.id, title }).title;
    expect(titled('Renamed')).toBe('Renamed');
    expect(titled('SourceCitations at Scale')).toBe(known.title);
    expect(titled('')).toBe(known.title);
  });

  it('never replaces a known field by undefined', () => {
    const later = { id: known.id, title: known.title, abstract: undefined } as never;
    expect(mergePapers(known, later)).toEqual(known);
  });
});
