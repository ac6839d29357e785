import { useEffect, useRef } from 'preact/hooks';
import { isInBox } from '@/components/is-in-box';
import { isTyping } from '@/components/is-typing';

/** What a key does in the list of papers, by the key. */
export type LibraryCommands = Readonly<Record<LibraryKey, () => void>>;

export const LIBRARY_KEYS = ['t', 'n', 's', 'e', 'z', 'Delete', '?', 'Escape'] as const;
export type LibraryKey = (typeof LIBRARY_KEYS)[number];

/**
 * Runs commands at their keys, never while one types or a box is open that has keys of its own.
 * @param leaveField what Escape does in a field that has no use for it
 */
export function useLibraryKeys(commands: LibraryCommands, leaveField: () => void): void {
  const latest = useRef(commands);
  latest.current = commands;
  const leave = useRef(leaveField);
  leave.current = leaveField;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isInBox(event.target)) return;
      if (isTyping(event.target)) {
        if (event.key === 'Escape' && !event.isComposing) leave.current();
        return;
      }
      const key = LIBRARY_KEYS.find((each) => each === event.key);
      if (key === undefined) return;
      event.preventDefault();
      latest.current[key]();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
