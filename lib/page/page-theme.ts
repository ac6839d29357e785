/**
 * Calls `onTheme` with the page's own theme, now and whenever it is switched. The page marks dark by
 * the class `dark` on `<html>` (huggingface.co, 2026-09-28).
 */
export function followPageTheme(
  document: Document,
  onTheme: (theme: 'light' | 'dark') => void,
  signal: AbortSignal,
): void {
  const html = document.documentElement;
  const tell = () => onTheme(html.classList.contains('dark') ? 'dark' : 'light');
  const observer = new MutationObserver(tell);
  observer.observe(html, { attributeFilter: ['class'] });
  signal.addEventListener('abort', () => observer.disconnect());
  tell();
}
