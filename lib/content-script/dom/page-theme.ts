/** Calls `onChange` when `isDark` changes, by a class or attribute of `<html>`. */
export function followPageTheme(
  document: Document,
  isDark: (document: Document) => boolean,
  onChange: () => void,
  signal: AbortSignal,
): void {
  let wasDark = isDark(document);
  const observer = new MutationObserver(() => {
    if (isDark(document) === wasDark) return;
    wasDark = !wasDark;
    onChange();
  });
  observer.observe(document.documentElement, { attributes: true });
  signal.addEventListener('abort', () => observer.disconnect());
}
