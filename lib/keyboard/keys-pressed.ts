/**
 * The characters that a press of a key may mean, the likeliest first: what it types, whether or not
 * Caps Lock was left on; and where that is of another script, the Latin letter on the same key.
 */
export function keysPressed(event: KeyboardEvent): string[] {
  const { key, code, shiftKey } = event;
  const cased = (letter: string) => (shiftKey ? letter.toUpperCase() : letter.toLowerCase());
  const isCaps = key.length === 1 && event.getModifierState('CapsLock');
  const isForeign = /^\P{ASCII}$/u.test(key) && !event.getModifierState('AltGraph');
  const latin = isForeign ? /^Key([A-Z])$/.exec(code)?.[1] : undefined;
  return [isCaps ? cased(key) : key, ...(latin ? [cased(latin)] : [])];
}

/** Whether a key is pressed for the browser: with a modifier that is none of typing. */
export function isShortcut(event: KeyboardEvent): boolean {
  const { ctrlKey, metaKey, altKey } = event;
  // AltGr, by which many layouts type, is told as Ctrl and Alt on Windows.
  return metaKey || ((ctrlKey || altKey) && !event.getModifierState('AltGraph'));
}
