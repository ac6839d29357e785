import { isShortcut, keysPressed } from '@/lib/keyboard/keys-pressed';
import { PAGE_ACTIONS, type PageAction, type PageKeys } from '@/lib/keyboard/page-keys';
import { isInBox, isInField } from '@/lib/keyboard/where-pressed';

/** Dialogs of the page that lie over it; one that does not, as about cookies, takes no keys. */
const DIALOGS = 'dialog:modal, [role=alertdialog], [aria-modal=true]';

/**
 * Does the actions of keys until `signal` aborts: never with a modifier, while somebody types, in a
 * box or under a dialog, and never a key that somebody else has used. Of an event that it has no use
 * for it touches nothing.
 * @param act does it; false when there was nothing to do
 * @returns what is to listen on elements of ours: their events are kept from the window, too
 */
export function listenForKeys(
  document: Document,
  keys: () => PageKeys,
  act: (action: PageAction) => boolean,
  signal: AbortSignal,
): (event: KeyboardEvent) => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const { repeat, isComposing } = event;
    if (event.defaultPrevented || isShortcut(event) || isComposing) return;
    const action = actionOf(keys(), keysPressed(event));
    if (action === undefined || isInField(event) || isInBox(event) || isCovered(document)) return;
    // Held down, a key goes on from card to card; all else is meant once.
    const isMeant = !repeat || action === 'next' || action === 'previous';
    if (!isMeant || act(action)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  // The last to be told: whatever the page does with a key goes first.
  document.defaultView?.addEventListener('keydown', onKeyDown, { signal });
  return onKeyDown;
}

function actionOf({ on, keys }: PageKeys, pressed: readonly string[]): PageAction | undefined {
  const isMeant = (key: string) => PAGE_ACTIONS.find((action) => keys[action] === key);
  return on ? pressed.map(isMeant).find(Boolean) : undefined;
}

function isCovered(document: Document): boolean {
  // A page may close its dialog by nothing but a style.
  const shown = { visibilityProperty: true, opacityProperty: true };
  return [...document.querySelectorAll(DIALOGS)].some((dialog) => dialog.checkVisibility(shown));
}
