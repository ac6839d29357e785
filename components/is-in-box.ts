/** Whether `target` is in a dialog, a menu or the like, which has keys of its own. */
export function isInBox(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('dialog, [role=dialog], [role=menu]') !== null;
}
