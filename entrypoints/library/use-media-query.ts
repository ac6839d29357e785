import { useEffect, useMemo, useState } from 'preact/hooks';

// Keep in sync with library.css.
const LIST_AND_PAPER = 800;

/** Whether the list and the open paper do not fit side by side. @param room px */
export function useMediaQuery(room = LIST_AND_PAPER): boolean {
  const window = useMemo(() => matchMedia(`(width < ${room}px)`), [room]);
  const [narrow, setNarrow] = useState(window.matches);
  useEffect(() => {
    const follow = (): void => setNarrow(window.matches);
    window.addEventListener('change', follow);
    return () => window.removeEventListener('change', follow);
  }, [window]);
  return narrow;
}
