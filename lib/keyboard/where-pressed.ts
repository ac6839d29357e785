import { nativeProperty } from '@/lib/shared/dom-names';

/** Elements that handle keys while open. */
const BOXES =
  'dialog, [popover], [role=dialog], [role=menu], [role=menubar], [role=listbox], [role=combobox], [role=textbox], [role=searchbox]';

/** Whether the key is for a field. */
export function isInField(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  // Its properties may be its fields. Keys are for one of these, or for nothing.
  if (target instanceof HTMLFormElement) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio'].includes(target.type);
  if (!(target instanceof HTMLElement)) return false;
  // A closed shadow root, which only page elements have, may hide a field.
  const isClosed = target.localName.includes('-') && !target.shadowRoot;
  return isClosed || target.isContentEditable || target.closest('textarea, select') !== null;
}

/** Whether the key is for a dialog, menu or custom field. */
export function isInBox(event: KeyboardEvent): boolean {
  return event
    .composedPath()
    .some((node) => node instanceof Element && nativeProperty(node, 'matches').call(node, BOXES));
}
