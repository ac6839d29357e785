/** How long to wait for a page whose script never finishes, ms. */
const PATIENCE = 2000;
const POLL = 50;

/**
 * Resolves once `isSettled` holds (the page's script is done with drawing), or after two seconds:
 * then there is no script, or it failed, and nothing to disturb.
 */
export async function waitForHydration(
  isSettled: () => boolean,
  signal: AbortSignal,
): Promise<void> {
  const patienceEnds = Date.now() + PATIENCE;
  while (!isSettled() && Date.now() < patienceEnds && !signal.aborted) {
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
}
