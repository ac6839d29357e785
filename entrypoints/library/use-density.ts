import { useState } from 'preact/hooks';

const KEY = 'density';

export type Density = 'comfortable' | 'compact';

/** How close the rows stand; kept in this browser, since it is of the screen and not the library. */
export function useDensity(): [Density, (density: Density) => void] {
  const [density, setDensity] = useState<Density>(() =>
    localStorage.getItem(KEY) === 'compact' ? 'compact' : 'comfortable',
  );
  return [
    density,
    (chosen) => {
      setDensity(chosen);
      localStorage.setItem(KEY, chosen);
    },
  ];
}
