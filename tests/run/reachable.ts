/** Whether a site answers quickly, with any status, since some reject requests without a browser. */
export async function isReachable(url: string, timeoutMs = 4_000): Promise<boolean> {
  try {
    await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(timeoutMs) });
    return true;
  } catch {
    return false;
  }
}
