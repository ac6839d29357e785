const UNUSUAL_SPACE = /[^\S ]/;

/** Folds white space and line breaks to single spaces; trims. */
export function foldSpaces(text: string): string {
  // Most text is folded already; checking is faster.
  const isFolded =
    !text.includes('  ') &&
    !text.startsWith(' ') &&
    !text.endsWith(' ') &&
    !UNUSUAL_SPACE.test(text);
  return isFolded ? text : text.replace(/\s+/g, ' ').trim();
}

/** Replaces each inner line break and the white space around it by a space. */
export function onOneLine(text: string): string {
  const lines = text.split(/[\r\n\u2028\u2029]/);
  if (lines.length === 1) return text;
  const last = lines.length - 1;
  return lines
    .map((line, index) => {
      const start = index === 0 ? line : line.trimStart();
      return index === last ? start : start.trimEnd();
    })
    .filter((line, index) => line !== '' || index === 0 || index === last)
    .join(' ');
}

/** `text` without trailing `signs` (UTF-16 units). Linear time, unlike `/[ab]+$/`. */
export function trimEndOf(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Percent-decodes `text`; unchanged if malformed. */
export function withoutPercents(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Without URLs with a user name or password, which disguise the host:
 * `https://arxiv.org@host.example`.
 */
export function withoutCredentialUrls(text: string): string {
  return text.includes('@') ? text.replace(/\/\/[^\s/?#@]*@\S*/g, ' ') : text;
}
