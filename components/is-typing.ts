/** Whether keys pressed in `target` are text. */
export function isTyping(target: EventTarget | null): boolean {
  // A select finds its options by letters.
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio'].includes(target.type);
}
