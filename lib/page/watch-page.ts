import { isOurs } from './shadow-host';

/** How long the page must be still before it is read again, ms. */
const QUIET = 120;
/** How long a page that never is still can put that off, ms. */
const LONGEST_WAIT = 1000;

/**
 * Calls `onChange` after the page added or removed elements, once it is still; what Papershelf
 * itself adds does not count.
 */
export function watchPage(document: Document, onChange: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstChangeAt: number | undefined;
  const observer = new MutationObserver((records) => {
    if (records.every(isNotThePages)) return;
    const now = Date.now();
    firstChangeAt ??= now;
    clearTimeout(timer);
    timer = setTimeout(tell, Math.min(QUIET, Math.max(0, firstChangeAt + LONGEST_WAIT - now)));
  });
  function tell() {
    firstChangeAt = undefined;
    onChange();
  }
  observer.observe(document.body, { childList: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}

/** A change that only added our own elements, or text. One that removed ours is the page's doing. */
function isNotThePages({ addedNodes, removedNodes }: MutationRecord): boolean {
  const added = [...addedNodes].every((node) => isOurs(node) || !(node instanceof Element));
  return added && [...removedNodes].every((node) => !(node instanceof Element));
}
