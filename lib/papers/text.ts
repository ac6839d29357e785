/** `text` with every run of white space (line breaks too) as one space, and none at the ends. */
export function foldSpaces(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/**
 * `text` as it is compared in a search: lower case, without accents, compatibility forms
 * (ligatures, full width) as their plain ones.
 */
export function foldForSearch(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase();
}
