import { useEffect } from 'preact/hooks';
import { isComposing, isShortcut, keysPressed } from '@/lib/keyboard/keys-pressed';
import { isInBox, isInField } from '@/lib/keyboard/where-pressed';
import { useLatest } from './use-latest';

interface Options {
  /** Keys that repeat while held down. */
  repeatable?: readonly string[];
  /** If the field did not handle Escape. */
  onEscapeInField?(): void;
}

/**
 * Runs commands at their keys, except with a modifier, while typing, or in a dialog or menu.
 * @param commands `{ '?': showKeys }`
 */
export function usePageKeys(
  commands: Readonly<Record<string, () => void>>,
  { repeatable = [], onEscapeInField }: Options = {},
): void {
  const onKeyDown = useLatest((event: KeyboardEvent): void => {
    if (event.defaultPrevented || isShortcut(event) || isComposing(event)) return;
    if (isInField(event)) {
      if (event.key === 'Escape') onEscapeInField?.();
      return;
    }
    if (isInBox(event)) return;
    const key = keysPressed(event).find((pressed) => commands[pressed] !== undefined);
    if (key === undefined) return;
    event.preventDefault();
    if (!event.repeat || repeatable.includes(key)) commands[key]?.();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKeyDown.current(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, [onKeyDown]);
}
