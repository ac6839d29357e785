import { useEffect, useRef } from 'preact/hooks';
import { isInBox } from './is-in-box';
import { isTyping } from './is-typing';

/**
 * Runs commands at their keys wherever the focus is, but never with a modifier, while one types, or
 * in a box over the page.
 * @param commands by the key: `{ '?': showKeys }`
 * @param leaveField what Escape does in a field that has no use for it
 */
export function usePageKeys(
  commands: Readonly<Record<string, () => void>>,
  leaveField?: () => void,
): void {
  const latest = useRef({ commands, leaveField });
  latest.current = { commands, leaveField };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isInBox(event.target)) return;
      if (isTyping(event.target)) {
        if (event.key === 'Escape' && !event.isComposing) latest.current.leaveField?.();
        return;
      }
      const command = latest.current.commands[event.key];
      if (command === undefined) return;
      event.preventDefault();
      // A key held down is meant once.
      if (!event.repeat) command();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
