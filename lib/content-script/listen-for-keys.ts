import { isComposing, isShortcut, keysPressed } from '@/lib/keyboard/keys-pressed';
import { PAGE_ACTIONS, type PageAction, type PageKeys } from '@/lib/keyboard/page-keys';
import { nativeProperty } from '@/lib/shared/dom-names';
import { listen } from '@/lib/shared/trusted-events';
import { isInBox, isInField } from '@/lib/keyboard/where-pressed';

/** Dialogs that cover the page; others, like cookie notices, block no keys. */
const DIALOGS = 'dialog:modal, [role=alertdialog], [aria-modal=true]';

/**
 * Runs the actions of keys until `signal` aborts. Ignores made-up events, keys with a modifier, in fields, menus or
 * dialogs, under a dialog, or handled already.
 * @param act false when there was nothing to do
 * @returns the same for our own shadow roots, whose events never reach the window: to `listen` with
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
    // Only moving repeats while a key is held.
    const isIgnored = repeat && action !== 'next' && action !== 'previous';
    if (isIgnored || act(action)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  // On the window: the page's own handlers run first.
  listen(window, 'keydown', onKeyDown, { signal });
  return onKeyDown;
}

function actionOf({ on, keys }: PageKeys, pressed: readonly string[]): PageAction | undefined {
  const actionFor = (key: string) => PAGE_ACTIONS.find((action) => keys[action] === key);
  return on ? pressed.map(actionFor).find(Boolean) : undefined;
}

function isCovered(document: Document): boolean {
  // A page may close its dialog by CSS alone.
  const shown = { visibilityProperty: true, opacityProperty: true };
  return [...document.querySelectorAll(DIALOGS)].some((dialog) =>
    nativeProperty(dialog, 'checkVisibility').call(dialog, shown),
  );
}
