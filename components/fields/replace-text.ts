/** Replaces the text, keeping caret and selection at the same words. */
export function replaceText(field: HTMLTextAreaElement, text: string): void {
  const former = field.value;
  if (former === text) return;
  const { selectionStart, selectionEnd } = field;
  field.value = text;
  field.setSelectionRange(moved(former, text, selectionStart), moved(former, text, selectionEnd));
}

/** Maps `caret` from `former` to `text`. */
function moved(former: string, text: string, caret: number): number {
  const shorter = Math.min(former.length, text.length);
  let head = 0;
  while (head < shorter && former[head] === text[head]) head++;
  if (caret <= head) return caret;
  let tail = 0;
  while (tail < shorter - head && former.at(-1 - tail) === text.at(-1 - tail)) tail++;
  // In the common suffix it moves along; in the replaced part it goes to the end.
  const fromEnd = Math.min(former.length - caret, tail);
  return text.length - fromEnd;
}
