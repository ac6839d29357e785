import { useEffect, useState } from 'preact/hooks';

// As in library.css.
const narrowWindow = matchMedia('(width < 800px)');

/** Whether there is no room for the list and the open paper side by side. */
export function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(narrowWindow.matches);
  useEffect(() => {
    const follow = (): void => setNarrow(narrowWindow.matches);
    narrowWindow.addEventListener('change', follow);
    return () => narrowWindow.removeEventListener('change', follow);
  }, []);
  return narrow;
}
