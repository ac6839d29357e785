import { isComposing, isShortcut, keysPressed } from '@/lib/keyboard/keys-pressed';
import { PAGE_ACTIONS, type PageAction, type PageKeys } from '@/lib/keyboard/page-keys';
import { nativeProperty } from '@/lib/shared/dom-names';
import { listen } from '@/lib/shared/trusted-events';
import { isInBox, isInField } from '@/lib/keyboard/where-pressed';

/** Dialogs that cover the page; others, like cookie notices, block no keys. */
const DIALOGS = 'dialog:modal, [role=alertdialog], [aria-modal=true]';

/**
 * Runs keys' actions until `signal` aborts. Ignores untrusted events and keys with a modifier, in
 * fields, menus or dialogs, under a dialog, or handled already.
 * @param act false when there was nothing to do
 * @returns a listener for our shadow roots, whose events never reach the window
 */
export function listenForKeys(
  document: Document,
  keys: () => PageKeys,
  act: (action: PageAction) => boolean,
  signal: AbortSignal,
): (event: KeyboardEvent) => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const { repeat } = event;
    if (event.defaultPrevented || isShortcut(event) || isComposing(event)) return;
    const action = actionOf(keys(), keysPressed(event));
    if (action === undefined || isInField(event) || isInBox(event) || isCovered(document)) return;
    // Only moving repeats.
    const isIgnored = repeat && action !== 'next' && action !== 'previous';
    if (isIgnored || act(action)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  // On the window: after the page's own handlers.
  listen(window, 'keydown', onKeyDown, { signal });
  return onKeyDown;
}

function actionOf({ on, keys }: PageKeys, pressed: readonly string[]): PageAction | undefined {
  const actionFor = (key: string) => PAGE_ACTIONS.find((action) => keys[action] === key);
  return on ? pressed.map(actionFor).find(Boolean) : undefined;
}

function isCovered(document: Document): boolean {
  // Pages may close dialogs by CSS alone.
  const shown = { visibilityProperty: true, opacityProperty: true };
  return [...document.querySelectorAll(DIALOGS)].some((dialog) =>
    nativeProperty(dialog, 'checkVisibility').call(dialog, shown),
  );
}
