import { paperOfCitationTags, type CitationTag } from '@/lib/import/citation-tags';
import { titleInTab } from '@/lib/import/title-in-tab';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import type { LibraryContext } from '../context';

/**
 * Paper `id` from a tab's citation tags. If they have no title (arXiv's HTML and PDF), and none is
 * known, it gets the tab's title, which is unreliable.
 */
export async function paperInTab(
  { db }: Pick<LibraryContext, 'db'>,
  id: PaperId,
  citationTags: readonly CitationTag[],
  tabTitle: string,
): Promise<Paper> {
  const paper = paperOfCitationTags(id, citationTags);
  if (paper.title !== '' || (await db.papers.get(id))?.title) return paper;
  return { ...paper, title: titleInTab(tabTitle, id) };
}
