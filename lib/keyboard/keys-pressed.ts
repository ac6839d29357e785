/**
 * The characters that a key press may mean, likeliest first: the typed one ignoring Caps Lock,
 * then, for other scripts, the key's Latin letter.
 */
export function keysPressed(event: KeyboardEvent): string[] {
  const { key, code, shiftKey } = event;
  const cased = (letter: string) => (shiftKey ? letter.toUpperCase() : letter.toLowerCase());
  const isCaps = key.length === 1 && event.getModifierState('CapsLock');
  const isForeign = /^\P{ASCII}$/u.test(key) && !event.getModifierState('AltGraph');
  const latin = isForeign ? /^Key([A-Z])$/.exec(code)?.[1] : undefined;
  return [isCaps ? cased(key) : key, ...(latin ? [cased(latin)] : [])];
}

/**
 * Whether an input method takes the key, as Escape cancels a composition. Safari ends a composition
 * before its last key, which then has only the code 229
 * (https://www.w3.org/TR/uievents/#determine-keydown-keyup-keyCode).
 */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** Whether a modifier that typing does not use is pressed. */
export function isShortcut(event: KeyboardEvent): boolean {
  const { ctrlKey, metaKey, altKey } = event;
  // Windows reports AltGr, used for typing, as Ctrl and Alt.
  return metaKey || ((ctrlKey || altKey) && !event.getModifierState('AltGraph'));
}
