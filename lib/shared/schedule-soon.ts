/** How long after a change its work is done, ms: the change goes first. */
const SOON = 2000;

/**
 * What has `work` done soon, once for however many calls until then.
 * @param complaint what the console is told when it fails
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
