import { PAGE_ACTIONS, type PageAction, type PageKeys } from '../papers/page-keys';

/** What has keys of its own, as long as it is open: of ours or of the page. */
const BOXES = 'dialog, [popover], [role=dialog], [role=menu], [role=listbox]';
/** Dialogs of the page that may lie over it. */
const DIALOGS = 'dialog[open], [role=dialog], [role=alertdialog], [aria-modal=true]';

/**
 * Makes what does the action of a key, when a keydown comes to it: never with a modifier, while
 * somebody types, in a box or under a dialog, and never a key that somebody else has used. Of an
 * event that it has no use for it touches nothing.
 * @param act does it; false when there was nothing to do
 */
export function keyHandler(
  document: Document,
  keys: () => PageKeys,
  act: (action: PageAction) => boolean,
): (event: KeyboardEvent) => void {
  return (event) => {
    const { key, ctrlKey, metaKey, altKey, repeat, isComposing } = event;
    if (event.defaultPrevented || ctrlKey || metaKey || altKey || isComposing) return;
    const action = actionOf(keys(), key);
    if (action === undefined || isElsewhere(event) || isCovered(document)) return;
    // Held down, a key goes on from card to card; all else is meant once.
    const isMeant = !repeat || action === 'next' || action === 'previous';
    if (!isMeant || act(action)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
}

function actionOf({ on, keys }: PageKeys, key: string): PageAction | undefined {
  return on ? PAGE_ACTIONS.find((action) => keys[action] === key) : undefined;
}

/** Whether the key is text, or for a box. */
function isElsewhere(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio'].includes(target.type);
  if (target instanceof HTMLElement && target.isContentEditable) return true;
  return event
    .composedPath()
    .some((node) => node instanceof Element && node.matches(`textarea, select, ${BOXES}`));
}

function isCovered(document: Document): boolean {
  return [...document.querySelectorAll(DIALOGS)].some((dialog) => dialog.checkVisibility());
}
