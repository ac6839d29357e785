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

/**
 * `text` as it is compared in a search: lower case, without accents, compatibility forms
 * (ligatures, full width) as their plain ones.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
