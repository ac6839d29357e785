import { useEffect, useRef } from 'preact/hooks';

/** When the paper covering the list closes, focuses the link that opened it. */
export function useFocusOpenerOnClose(isCovered: boolean): void {
  const opener = useRef<string>(undefined);
  useEffect(() => {
    if (isCovered) {
      opener.current = location.hash;
      return;
    }
    const links = document.querySelectorAll<HTMLElement>('.row-title a');
    if (opener.current === undefined) return;
    [...links].find((link) => link.getAttribute('href') === opener.current)?.focus();
  }, [isCovered]);
}
