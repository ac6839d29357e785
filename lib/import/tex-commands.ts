/** One TeX command with its arguments as text; undefined when it is not known. */
export type CommandDecoder = (tex: string) => string | undefined;

// Files have few commands, each many times. What is decoded once is not decoded again.
const CACHE_LIMIT = 5000;
const cache = new Map<string, string | undefined>();
const UNKNOWN = '\ue000';
const COMMAND = /^\\([A-Za-z]+)/;
const TEX_NAME = /^\\((?:La|Xe|Lua|Bib)?TeX)(?:\{\})?$/;

/**
 * Loads the table of TeX's commands: accents, letters, symbols.
 *
 * `@retorquere/bibtex-parser` reads whole files too, and was measured first: 4.7 ms an entry, most
 * of it on abstracts, in which its time grows with the square of their length; and it typesets math,
 * sorts keywords, takes `%` for a comment and marks emphasis in HTML. So it is asked for commands
 * alone, about which it knows everything.
 */
export async function loadCommandDecoder(): Promise<CommandDecoder> {
  const { parse } = await import('@retorquere/bibtex-parser');
  const decode = (tex: string): string | undefined => {
    const name = TEX_NAME.exec(tex)?.[1];
    if (name !== undefined) return name;
    // The parser looks names up in plain objects, which know these too.
    if (Object.hasOwn(Object.prototype, COMMAND.exec(tex)?.[1] ?? '')) return undefined;
    const { entries } = parse(`@misc{k, x = {${tex}}}`, {
      sentenceCase: false,
      caseProtection: false,
      applyCrossRef: false,
      unsupported: () => UNKNOWN,
    });
    const text = entries[0]?.fields['x'] ?? '';
    // Only sub- and superscripts are left to be marked.
    return typeof text !== 'string' || text.includes(UNKNOWN)
      ? undefined
      : composed(text.replace(/<\/?su[bp]>/g, ''));
  };
  return (tex) => {
    if (!cache.has(tex)) {
      if (cache.size >= CACHE_LIMIT) cache.clear();
      cache.set(tex, decode(tex));
    }
    return cache.get(tex);
  };
}

/** Letters and accents as one; TeX puts accents on an i without its dot. */
function composed(text: string): string {
  return text
    .replace(/ı(?=\p{M})/gu, 'i')
    .replace(/ȷ(?=\p{M})/gu, 'j')
    .normalize('NFC');
}
