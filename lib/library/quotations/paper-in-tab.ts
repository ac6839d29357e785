import { paperOfCitationTags, type CitationTag } from '@/lib/import/citation-tags';
import { titleInTab } from '@/lib/import/title-in-tab';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import type { LibraryContext } from '../context';

/**
 * What a tab tells of the paper `id` that its page is about: its citation tags and, where they hold no
 * title (arXiv's HTML and PDF have none), the tab's own. That may be anything, so it counts only while
 * no title is known.
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
