/** Timeout if the page's script never finishes, ms. */
const PATIENCE = 2000;
const POLL = 50;

/**
 * Resolves once `isSettled()`, or after two seconds: then there is no script to disturb, or it
 * failed.
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
