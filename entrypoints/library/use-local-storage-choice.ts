import { useState } from 'preact/hooks';

/**
 * A choice in localStorage: it belongs to the screen, not the library.
 * @param key in localStorage
 * @param first the default
 */
export function useLocalStorageChoice<T extends string>(
  key: string,
  choices: readonly T[],
  first: T,
): [T, (choice: T) => void] {
  const [choice, setChoice] = useState<T>(
    () => choices.find((each) => each === localStorage.getItem(key)) ?? first,
  );
  return [
    choice,
    (chosen) => {
      setChoice(chosen);
      localStorage.setItem(key, chosen);
    },
  ];
}
