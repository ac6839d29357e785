import { sendToBackground } from '@/lib/pages/actions/background-fallback';
import type { ShownInTab } from './shown-in-tab';

/**
 * Has the background, which survives the popup but misses its changes, update the badge once
 * `shown` is recorded.
 */
export async function markShownAsSeen(shown: Promise<ShownInTab | undefined>): Promise<void> {
  // `useShownInTab` reports failures.
  const page = await shown.catch(() => undefined);
  if (page === undefined || page.listing !== undefined) return;
  sendToBackground({ type: 'papers.seen', payload: { paperIds: page.paperIds, listingKey: null } });
}
