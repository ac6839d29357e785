import { sendMessage } from '@/lib/messaging/client';
import type { MessageType, PayloadOf } from '@/lib/messaging/protocol';

/** A write of this page as the background would be asked for it. */
type EquivalentMessage = { [T in MessageType]: { type: T; payload: PayloadOf<T> } }[MessageType];

/** Writes of this page under way, in their order. */
const underWay = new Set<EquivalentMessage>();
let closing = false;

/**
 * Watches for the page's end. A page that closes takes its unfinished writes with it (a popup is
 * closed by a click anywhere else), so the background, which outlives it, is asked for them too.
 * Each of them may be made twice. Called once, before anything is drawn.
 */
export function flushOnPageHide(): void {
  addEventListener('pagehide', () => {
    closing = true;
    for (const message of underWay) sendToBackground(message);
  });
  addEventListener('pageshow', () => (closing = false));
}

/** Makes a write, which the background makes as `twin` should the page close before it is done. */
export async function withBackgroundFallback<T>(
  message: EquivalentMessage,
  write: () => Promise<T>,
): Promise<T> {
  // The fields' last words come as the page closes.
  if (closing || document.visibilityState === 'hidden') sendToBackground(message);
  underWay.add(message);
  try {
    return await write();
  } finally {
    underWay.delete(message);
  }
}

/** Asks the background; nobody will be there for the answer. */
export function sendToBackground({ type, payload }: EquivalentMessage): void {
  sendMessage(type, payload).catch((error: unknown) =>
    console.warn('Papershelf could not hand over a change', type, error),
  );
}
