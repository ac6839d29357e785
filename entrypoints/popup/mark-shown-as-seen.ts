import { sendToBackground } from '@/lib/pages/actions/background-fallback';
import type { ShownInTab } from './shown-in-tab';

/**
 * Once `shown` is recorded, has the background, which survives the popup but misses its changes,
 * update the badge.
 */
export async function markShownAsSeen(shown: Promise<ShownInTab | undefined>): Promise<void> {
  // `useShownInTab` reports failures.
  const page = await shown.catch(() => undefined);
  if (page === undefined || page.listing !== undefined) return;
  sendToBackground({ type: 'papers.seen', payload: { paperIds: page.paperIds, listingKey: null } });
}
