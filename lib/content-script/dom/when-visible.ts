import { listen } from '@/lib/shared/trusted-events';

/** Also resolves if `signal` aborts. */
export function whenVisible(document: Document, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (signal.aborted || document.visibilityState === 'visible') resolve();
    };
    listen(document, 'visibilitychange', look, { signal });
    signal.addEventListener('abort', look);
    look();
  });
}
