import { paperOfCitationTags, type CitationTag } from '@/lib/import/citation-tags';
import { titleInTab } from '@/lib/import/title-in-tab';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import type { LibraryContext } from '../context';

/**
 * Paper `id` as a tab describes it: its citation tags and, if they lack a title (arXiv's HTML and
 * PDF do), the tab's title. That is unreliable, so it counts only while no title is known.
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
