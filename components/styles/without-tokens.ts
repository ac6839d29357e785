const DECLARATION = /(?<![\w-])--(\w[\w-]*):([^;}]+);?/g;
const USE = /var\(--([\w-]+)\)/g;

/** Also set by a media query. Only a time, which no page can misuse. */
const KEPT = 'motion';

/**
 * A style sheet with the tokens' values instead of `var()`, for shadow roots in pages: a page could
 * set a property to a URL or font, whose loading shows which papers are saved.
 * @param tokens the text of tokens.css
 */
export function withoutTokens(css: string, tokens: string): string {
  const values = new Map<string, string>();
  for (const [, name = '', value = ''] of tokens.matchAll(DECLARATION)) {
    if (!values.has(name)) values.set(name, value.trim().replaceAll(', ', ','));
  }
  const valueOf = (use: string, name: string): string => {
    const value = name === KEPT ? undefined : values.get(name);
    return value === undefined ? use : value.replace(USE, valueOf);
  };
  return css.replace(USE, valueOf);
}

/** The declarations that `withoutTokens` leaves. */
export function keptTokens(tokens: string): string {
  return tokens.replace(DECLARATION, (declaration, name) => (name === KEPT ? declaration : ''));
}
