/** Delay, ms: the change goes first. */
const SOON = 2000;

/**
 * Schedules `work` once for all calls until it runs.
 * @param failureMessage logged with the error
 */
export function scheduleSoon(work: () => Promise<void>, failureMessage: string): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      work().catch((error: unknown) => console.warn(failureMessage, error));
    }, SOON);
  };
}
