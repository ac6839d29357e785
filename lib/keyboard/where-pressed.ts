/** What has keys of its own, as long as it is open: of ours or of the page. */
const BOXES =
  'dialog, [popover], [role=dialog], [role=menu], [role=menubar], [role=listbox], [role=combobox], [role=textbox], [role=searchbox]';

/** Whether the key is for a field. */
export function isInField(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio'].includes(target.type);
  if (!(target instanceof HTMLElement)) return false;
  // Of an element with a closed root, as only the page's own can have, nobody knows what it holds.
  const isClosed = target.localName.includes('-') && !target.shadowRoot;
  return isClosed || target.isContentEditable || target.closest('textarea, select') !== null;
}

/** Whether the key is for a box: a dialog, a menu or the like, or a field of a page's own making. */
export function isInBox(event: KeyboardEvent): boolean {
  return event.composedPath().some((node) => node instanceof Element && node.matches(BOXES));
}
