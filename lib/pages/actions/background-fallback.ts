import { sendMessage } from '@/lib/messaging/client';
import type { MessageType, PayloadOf } from '@/lib/messaging/protocol';

/** The same write, as a message. */
type EquivalentMessage = { [T in MessageType]: { type: T; payload: PayloadOf<T> } }[MessageType];

/** Unfinished writes, in order. */
const underWay = new Set<EquivalentMessage>();
let closing = false;

/**
 * Also sends writes that a closing page would lose to the background (a popup closes on any click
 * elsewhere). Each may run twice. Call once, before rendering.
 */
export function flushOnPageHide(): void {
  addEventListener('pagehide', () => {
    closing = true;
    for (const message of underWay) sendToBackground(message);
  });
  addEventListener('pageshow', () => (closing = false));
}

/** Writes; also sends `message` to the background if the page closes first. */
export async function withBackgroundFallback<T>(
  message: EquivalentMessage,
  write: () => Promise<T>,
): Promise<T> {
  // Fields save their text on closing.
  if (closing || document.visibilityState === 'hidden') sendToBackground(message);
  underWay.add(message);
  try {
    return await write();
  } finally {
    underWay.delete(message);
  }
}

/** Sends a write to the background. Fire and forget. */
export function sendToBackground({ type, payload }: EquivalentMessage): void {
  sendMessage(type, payload).catch((error: unknown) =>
    console.warn('Papershelf could not send a change to the background', type, error),
  );
}
