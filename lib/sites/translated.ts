/**
 * Marks of texts translated in the browser: `font` around them (Chrome, Edge, Google's and Yandex's
 * scripts), hashes (Edge), inserted translations (Immersive Translate).
 */
const MARKS = 'font, [_msttexthash], [class*=immersive-translate]';

/**
 * Whether the texts in `root`, part of an English page, were translated in the browser. Chrome
 * sets a class of `<html>`, Firefox only its language.
 */
export function isTranslated(root: Element): boolean {
  const { className, lang } = root.ownerDocument.documentElement;
  return (
    /\btranslated-(?:ltr|rtl)\b/.test(className) ||
    /^(?!en\b)[a-z]/i.test(lang) ||
    root.querySelector(MARKS) !== null
  );
}
