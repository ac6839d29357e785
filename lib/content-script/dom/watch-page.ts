import { isOwnElement } from './shadow-host';

/** How long the page must be still before it is read again, ms. */
const QUIET = 120;
/** How long a page that never is still can put that off, ms. */
const MAX_BACKOFF = 1000;

/**
 * Calls `onChange` after the page added, removed or rewrote something, once it is still; what
 * Papershelf itself adds does not count. Pages also show other papers in the cards that they have,
 * by changing links and texts alone.
 * @param onDrawn called at each such change, before the window shows it
 */
export function watchPage(
  document: Document,
  onDrawn: () => void,
  onChange: () => void,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstChangeAt: number | undefined;
  const observer = new MutationObserver((records) => {
    if (records.every(isOurDoing)) return;
    onDrawn();
    const now = Date.now();
    firstChangeAt ??= now;
    clearTimeout(timer);
    timer = setTimeout(tell, Math.min(QUIET, Math.max(0, firstChangeAt + MAX_BACKOFF - now)));
  });
  function tell() {
    firstChangeAt = undefined;
    onChange();
  }
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['href', 'data-props'],
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}

/** A change that only added our own elements. Their removal may be the page's doing, and counts. */
function isOurDoing({ type, addedNodes, removedNodes }: MutationRecord): boolean {
  return type === 'childList' && removedNodes.length === 0 && [...addedNodes].every(isOwnElement);
}
