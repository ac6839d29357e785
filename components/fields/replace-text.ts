import { moveCaret } from '@/lib/papers/notes/move-caret';

/** Replaces the text; caret and selection stay at their words. */
export function replaceText(field: HTMLTextAreaElement, text: string): void {
  const former = field.value;
  if (former === text) return;
  const { selectionStart, selectionEnd } = field;
  field.value = text;
  const moved = (caret: number): number => moveCaret(former, text, caret);
  field.setSelectionRange(moved(selectionStart), moved(selectionEnd));
}
