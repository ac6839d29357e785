const UNUSUAL_SPACE = /[^\S ]/;

/** Folds white space (line breaks too) to single spaces, and trims. */
export function foldSpaces(text: string): string {
  // Most text is folded already, and checking is faster.
  const isFolded =
    !text.includes('  ') &&
    !text.startsWith(' ') &&
    !text.endsWith(' ') &&
    !UNUSUAL_SPACE.test(text);
  return isFolded ? text : text.replace(/\s+/g, ' ').trim();
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
 * Without URLs that have a user name or password: these only disguise the host, as in
 * `https://arxiv.org@host.example`.
 */
export function withoutCredentialUrls(text: string): string {
  return text.includes('@') ? text.replace(/\/\/[^\s/?#@]*@\S*/g, ' ') : text;
}
