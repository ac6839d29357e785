/**
 * Marks of translations: `font` (Chrome, Edge, Google's and Yandex's scripts), hashes (Edge),
 * inserted texts (Immersive Translate).
 */
const MARKS = 'font, [_msttexthash], [class*=immersive-translate]';

/**
 * Whether the browser translated the texts in `root`, part of an English page. Chrome sets a class
 * of `<html>`, Firefox only its language.
 */
export function isTranslated(root: Element): boolean {
  const { className, lang } = root.ownerDocument.documentElement;
  return (
    /\btranslated-(?:ltr|rtl)\b/.test(className) ||
    /^(?!en\b)[a-z]/i.test(lang) ||
    root.querySelector(MARKS) !== null
  );
}
