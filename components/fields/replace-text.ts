/** Sets another text in the field, keeping the caret and selection where their words are. */
export function replaceText(field: HTMLTextAreaElement, text: string): void {
  const former = field.value;
  if (former === text) return;
  const { selectionStart, selectionEnd } = field;
  field.value = text;
  field.setSelectionRange(moved(former, text, selectionStart), moved(former, text, selectionEnd));
}

/** Where the caret at `caret` in `former` stands in `text`. */
function moved(former: string, text: string, caret: number): number {
  const shorter = Math.min(former.length, text.length);
  let head = 0;
  while (head < shorter && former[head] === text[head]) head++;
  if (caret <= head) return caret;
  let tail = 0;
  while (tail < shorter - head && former.at(-1 - tail) === text.at(-1 - tail)) tail++;
  // In the tail it moves along with it; in the part that was replaced it goes to that part's end.
  const fromEnd = Math.min(former.length - caret, tail);
  return text.length - fromEnd;
}
