import { sleep } from '@/lib/shared/sleep';

/** Timeout if the page's script never finishes, ms. */
const HYDRATION_TIMEOUT = 2000;
const POLL = 50;

/** Resolves once `isSettled()`, or after the timeout: then no script runs, or it failed. */
export async function waitForHydration(
  isSettled: () => boolean,
  signal: AbortSignal,
): Promise<void> {
  const deadline = Date.now() + HYDRATION_TIMEOUT;
  while (!isSettled() && Date.now() < deadline && !signal.aborted) {
    await sleep(POLL);
  }
}
