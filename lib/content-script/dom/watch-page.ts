import { isOwnElement } from './shadow-host';

/** Debounce, ms. */
const QUIET = 120;
/** Maximum delay on a page that keeps changing, ms. */
const MAX_DELAY = 1000;

/**
 * Calls `onChange`, debounced, after the page changed; additions by Papershelf do not count. Links
 * and texts do: pages reuse cards for other papers.
 * @param onDrawn called at each change, before it is painted
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

/** Own additions only. Removals count: the page may have caused them. */
function isOwnMutation({ type, addedNodes, removedNodes }: MutationRecord): boolean {
  return type === 'childList' && removedNodes.length === 0 && [...addedNodes].every(isOwnElement);
}
