import { isOwnElement } from './shadow-host';

/** Debounce, ms. */
const QUIET = 120;
/** Maximum delay while the page keeps changing, ms. */
const MAX_DELAY = 1000;

/**
 * Calls `onChange`, debounced, after page changes, except Papershelf's additions. Links and texts
 * count: pages reuse cards.
 * @param onDrawn called at each change, before painting
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
    if (records.every(isOwnMutation)) return;
    onDrawn();
    const now = Date.now();
    firstChangeAt ??= now;
    clearTimeout(timer);
    timer = setTimeout(emit, Math.min(QUIET, Math.max(0, firstChangeAt + MAX_DELAY - now)));
  });
  function emit() {
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

/** Only additions: removals may be the page's. */
function isOwnMutation({ type, addedNodes, removedNodes }: MutationRecord): boolean {
  return type === 'childList' && removedNodes.length === 0 && [...addedNodes].every(isOwnElement);
}
