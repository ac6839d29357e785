import { useEffect, useRef } from 'preact/hooks';
import { isShortcut, keysPressed } from '@/lib/keyboard/keys-pressed';
import { isInBox, isInField } from '@/lib/keyboard/where-pressed';

interface Options {
  /** The keys that go on as long as they are held down; any other is meant once. */
  repeatable?: readonly string[];
  /** What Escape does in a field that has no use for it. */
  onEscapeInField?(): void;
}

/**
 * Runs commands at their keys wherever the focus is, but never with a modifier, while one types, or
 * in a box over the page.
 * @param commands by the key: `{ '?': showKeys }`
 */
export function usePageKeys(
  commands: Readonly<Record<string, () => void>>,
  { repeatable = [], onEscapeInField }: Options = {},
): void {
  const onKeyDown = useRef((_event: KeyboardEvent): void => {});
  onKeyDown.current = (event) => {
    if (event.defaultPrevented || isShortcut(event)) return;
    if (isInField(event)) {
      if (event.key === 'Escape' && !event.isComposing) onEscapeInField?.();
      return;
    }
    if (isInBox(event)) return;
    const key = keysPressed(event).find((pressed) => commands[pressed] !== undefined);
    if (key === undefined) return;
    event.preventDefault();
    if (!event.repeat || repeatable.includes(key)) commands[key]?.();
  };
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKeyDown.current(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}
