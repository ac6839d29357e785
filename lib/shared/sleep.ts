/** Resolves after `time` ms, or when `signal` aborts. */
export function sleep(time: number, signal?: AbortSignal): Promise<void> {
  if (time <= 0 || signal?.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, time);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
