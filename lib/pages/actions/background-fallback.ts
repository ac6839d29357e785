import { ask } from '@/lib/messaging/client';
import type { MessageType, PayloadOf } from '@/lib/messaging/protocol';

/** A write of this page as the background would be asked for it. */
type Twin = { [T in MessageType]: { type: T; payload: PayloadOf<T> } }[MessageType];

/** Writes of this page under way, in their order. */
const underWay = new Set<Twin>();
let closing = false;

/**
 * Watches for the page's end. A page that closes takes its unfinished writes with it (a popup is
 * closed by a click anywhere else), so the background, which outlives it, is asked for them too.
 * Each of them may be made twice. Called once, before anything is drawn.
 */
export function handOverUnfinished(): void {
  addEventListener('pagehide', () => {
    closing = true;
    for (const twin of underWay) handOver(twin);
  });
  addEventListener('pageshow', () => (closing = false));
}

/** Makes a write, which the background makes as `twin` should the page close before it is done. */
export async function outliving<T>(twin: Twin, write: () => Promise<T>): Promise<T> {
  // The fields' last words come as the page closes.
  if (closing || document.visibilityState === 'hidden') handOver(twin);
  underWay.add(twin);
  try {
    return await write();
  } finally {
    underWay.delete(twin);
  }
}

/** Asks the background; nobody will be there for the answer. */
export function handOver({ type, payload }: Twin): void {
  ask(type, payload).catch((error: unknown) =>
    console.warn('Papershelf could not hand over a change', type, error),
  );
}
