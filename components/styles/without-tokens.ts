const DECLARATION = /(?<![\w-])--(\w[\w-]*):([^;}]+);?/g;
const USE = /var\(--([\w-]+)\)/g;

/** Also set by a media query. A time: no page gets anything into it. */
const KEPT = 'motion';

/**
 * A style sheet with the design tokens' values in place of `var()`, for shadow roots in pages: a
 * page can set or register any custom property (`@property`), and an address or a font in it is
 * loaded only if a card uses it, which says which papers are saved.
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

/** The declarations that `withoutTokens` leaves to use. */
export function keptTokens(tokens: string): string {
  return tokens.replace(DECLARATION, (declaration, name) => (name === KEPT ? declaration : ''));
}
