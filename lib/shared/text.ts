const UNUSUAL_SPACE = /[^\S ]/;

/** `text` with every run of white space (line breaks too) as one space, and none at the ends. */
export function foldSpaces(text: string): string {
  // Most text is folded already, and looking is faster than folding.
  const isFolded =
    !text.includes('  ') &&
    !text.startsWith(' ') &&
    !text.endsWith(' ') &&
    !UNUSUAL_SPACE.test(text);
  return isFolded ? text : text.replace(/\s+/g, ' ').trim();
}

/** `text` with `%2F` and the like decoded, where all of it can be. */
export function withoutPercents(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
