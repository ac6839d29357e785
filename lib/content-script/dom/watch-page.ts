import { nativeProperty } from '@/lib/shared/dom-names';
import { isOwnElement } from './shadow-host';

/** Debounce, ms. */
const QUIET = 120;
/** Maximum delay while the page keeps changing, ms. */
const MAX_DELAY = 1000;

interface Watching {
  /** Whether changes in these elements concern the papers shown. */
  matters(elements: ReadonlySet<Element>): boolean;
  /** Called at each change that matters, before painting. */
  onDrawn(): void;
  onChange(): void;
}

/**
 * Calls `onChange`, debounced, after page changes that matter, except Papershelf's additions. Links
 * and texts count: pages reuse cards.
 */
export function watchPage(
  document: Document,
  { matters, onDrawn, onChange }: Watching,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstChangeAt: number | undefined;
  const observer = new MutationObserver((records) => {
    const changed = new Set<Element>();
    for (const record of records) {
      const element = isOwnMutation(record) ? null : elementOf(record);
      if (element !== null) changed.add(element);
    }
    if (changed.size === 0 || !matters(changed)) return;
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

/** Null for a removed text: another record says so. */
function elementOf({ target }: MutationRecord): Element | null {
  return target instanceof Element ? target : nativeProperty(target, 'parentElement');
}

/** Only additions: removals may be the page's. */
function isOwnMutation({ type, addedNodes, removedNodes }: MutationRecord): boolean {
  return type === 'childList' && removedNodes.length === 0 && [...addedNodes].every(isOwnElement);
}
