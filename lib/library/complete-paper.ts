import { withCodedErrors } from '../db/coded-errors';
import { mergePapers } from '../papers/merge-papers';
import type { Paper } from '../papers/paper';
import type { PaperId } from '../papers/paper-id';
import type { LibraryContext } from './context';

/**
 * Keeps the site's answer about a paper whose card lacked authors, and that it was asked, so that
 * it is asked once.
 * @param answer its facts; null when the site knows no such paper
 */
export async function completePaper(
  { db, now, announce }: LibraryContext,
  paperId: PaperId,
  answer: Paper | null,
): Promise<void> {
  await withCodedErrors(() =>
    db.transaction('rw', db.papers, async () => {
      const known = await db.papers.get(paperId);
      if (known === undefined) return;
      const complete = answer === null ? known : mergePapers(known, answer);
      await db.papers.put({ ...complete, completedAt: now() });
    }),
  );
  announce([paperId]);
}
