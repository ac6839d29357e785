/** Undefined for unknown commands. */
export type CommandDecoder = (tex: string) => string | undefined;

// Files repeat few commands.
const CACHE_LIMIT = 5000;
const cache = new Map<string, string | undefined>();
const UNKNOWN = '\ue000';
const COMMAND = /^\\([A-Za-z]+)/;
const TEX_NAME = /^\\((?:La|Xe|Lua|Bib)?TeX)(?:\{\})?$/;

/**
 * Loads a decoder for accents, letters and symbols. `@retorquere/bibtex-parser` decodes only these:
 * it reads files in quadratic time (4.7 ms per entry), typesets math, sorts keywords and marks
 * emphasis as HTML.
 */
export async function loadCommandDecoder(): Promise<CommandDecoder> {
  const { parse } = await import('@retorquere/bibtex-parser');
  const decode = (tex: string): string | undefined => {
    const name = TEX_NAME.exec(tex)?.[1];
    if (name !== undefined) return name;
    // The parser would find these in its plain objects.
    if (Object.hasOwn(Object.prototype, COMMAND.exec(tex)?.[1] ?? '')) return undefined;
    const { entries } = parse(`@misc{k, x = {${tex}}}`, {
      sentenceCase: false,
      caseProtection: false,
      applyCrossRef: false,
      unsupported: () => UNKNOWN,
    });
    const text = entries[0]?.fields['x'] ?? '';
    // Only sub- and superscripts keep markup.
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

/** Composes accents, which TeX puts on a dotless i. */
function composed(text: string): string {
  return text
    .replace(/ı(?=\p{M})/gu, 'i')
    .replace(/ȷ(?=\p{M})/gu, 'j')
    .normalize('NFC');
}
