import { withFailures } from '@/lib/db/to-failure';
import { mergePapers } from '@/lib/papers/merge-papers';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { Failure } from '@/lib/shared/failure';
import { noteForSearch } from '@/lib/search/maintain/outbox';
import type { LibraryContext } from '../context';
import { mayAskForAuthors } from '../paper-state';

/**
 * Claims the request for a paper's authors, so that only one page makes it.
 * @returns whether the caller should ask
 */
export function claimCompletion({ db, now }: LibraryContext, paperId: PaperId): Promise<boolean> {
  const askedAt = now();
  return withFailures(() =>
    db.transaction('rw', db.papers, async () => {
      const paper = await db.papers.get(paperId);
      if (paper === undefined || !mayAskForAuthors(paper, askedAt)) return false;
      await db.papers.put({ ...paper, completion: { askedAt, answered: false } });
      return true;
    }),
  );
}

/**
 * Stores the site's answer on missing authors, which is final. Ignores answers to requests not
 * claimed or answered already.
 * @param answer null for a paper unknown to the site
 * @throws Failure `malformed` for another paper's answer
 */
export async function completePaper(
  { db, now, announce }: LibraryContext,
  paperId: PaperId,
  answer: Paper | null,
): Promise<void> {
  if (answer !== null && answer.id !== paperId) throw new Failure('malformed', answer.id);
  const isStored = await withFailures(() =>
    db.transaction('rw', db.papers, db.searchOutbox, async () => {
      const known = await db.papers.get(paperId);
      if (known?.completion?.answered !== false) return false;
      const complete = answer === null ? known : mergePapers(known, answer);
      await db.papers.put({ ...complete, completion: { askedAt: now(), answered: true } });
      if (answer !== null) await noteForSearch(db, [paperId]);
      return true;
    }),
  );
  if (isStored) announce([paperId]);
}
