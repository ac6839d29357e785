import { useState } from 'preact/hooks';

/**
 * What was chosen of `choices`; kept in this browser, since it is of the screen and not the library.
 * @param key tells it from what else is kept
 * @param first what is chosen as long as the reader chose nothing
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
