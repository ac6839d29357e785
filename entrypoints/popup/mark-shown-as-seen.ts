import { sendToBackground } from '@/lib/pages/actions/background-fallback';
import type { ShownInTab } from './shown-in-tab';

/**
 * Has the background show how many papers are missed once `shown` put the paper in the tab on record:
 * the background hears of nothing that this popup does, and outlives it.
 */
export async function markShownAsSeen(shown: Promise<ShownInTab | undefined>): Promise<void> {
  // A failure is told where the tab is asked.
  const page = await shown.catch(() => undefined);
  if (page === undefined || page.listing !== undefined) return;
  sendToBackground({ type: 'papers.seen', payload: { paperIds: page.paperIds, listingKey: null } });
}
