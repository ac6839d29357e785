import { useEffect, useMemo, useState } from 'preact/hooks';

// Keep in sync with papers.css and open-paper-pane.css.
const LIST_AND_PAPER = 800;

/** Whether list and open paper do not fit side by side. @param room px */
export function useIsNarrow(room = LIST_AND_PAPER): boolean {
  const media = useMemo(() => matchMedia(`(width < ${room}px)`), [room]);
  const [narrow, setNarrow] = useState(media.matches);
  useEffect(() => {
    const follow = (): void => setNarrow(media.matches);
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, [media]);
  return narrow;
}
