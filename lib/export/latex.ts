import type { StructuredName } from '@/lib/papers/names';

// unicode2latex knows every such letter and most mathematical signs, at 290 kB (63 kB gzip). Names
// need Latin letters only: those that are one ASCII letter and one accent, and the few below.
// Other scripts stay UTF-8, which today's LaTeX reads; so do letters of two accents.
const ACCENTS: Record<string, string> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0302': '^',
  '\u0303': '~',
  '\u0304': '=',
  '\u0306': 'u ',
  '\u0307': '.',
  '\u0308': '"',
  '\u030a': 'r ',
  '\u030b': 'H ',
  '\u030c': 'v ',
  '\u0323': 'd ',
  '\u0327': 'c ',
  '\u0328': 'k ',
};
const LETTERS: Record<string, string> = {
  Ł: 'L',
  ł: 'l',
  Ø: 'O',
  ø: 'o',
  Æ: 'AE',
  æ: 'ae',
  Œ: 'OE',
  œ: 'oe',
  ß: 'ss',
  ı: 'i',
  Đ: 'DJ',
  đ: 'dj',
  Ð: 'DH',
  ð: 'dh',
  Þ: 'TH',
  þ: 'th',
  Ŋ: 'NG',
  ŋ: 'ng',
};

const SIGNS: Record<string, string> = {
  '#': '\\#',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '\\': '\\textbackslash{}',
  // In the fonts LaTeX starts with, these three print as other signs.
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
};

// Two of these in a row are one sign to TeX (--, '', ``, ?`, !`): `{}` keeps them apart.
const LIGATURES = "-(?=-)|'(?=')|`(?=`)|[?!](?=`)";
const LATIN = '\u00c0-\u024f\u1e00-\u1eff';
const SPECIAL = new RegExp(`[#$%&_{}~^\\\\<>|${LATIN}]|${LIGATURES}`, 'g');
const NEEDS_WORK = /[^ !"()*+,./0-9:;=?@A-Z[\]a-z]/;
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;
const NON_ASCII = /[\u0080-\uffff]/;

/**
 * `text` as LaTeX that prints it, in which the braces are balanced even to BibTeX, which does not
 * know `\{` for one that does not count. Line breaks and other controls become a space.
 */
export function latexOf(text: string): string {
  if (!NEEDS_WORK.test(text)) return text;
  const braces = hasBalancedBraces(text);
  return clean(text).replace(SPECIAL, (sign) => SIGNS[sign] ?? brace(sign, braces) ?? letter(sign));
}

/**
 * A title as LaTeX: math between dollars kept, and words with inner or only capitals braced, so
 * that styles which lower titles leave them (`{LLM}`, but not `Scaling`).
 */
export function latexOfTitle(title: string): string {
  if (!title.includes('$')) return withCapitalsKept(title);
  let latex = '';
  let at = 0;
  // By the rule of Pandoc's tex_math_dollars, so that `$5 and $10` are amounts: no space within
  // the dollars, no digit after them. https://pandoc.org/MANUAL.html#math
  for (const match of title.matchAll(/(?<![\\$])\$(?![\s$])([^$]*[^$\s\\])\$(?![\d$])/g)) {
    if (!isSafeMath(match[1] ?? '')) continue;
    latex += withCapitalsKept(title.slice(at, match.index)) + mathOf(match[0]);
    at = match.index + match[0].length;
  }
  return latex + withCapitalsKept(title.slice(at));
}

// BibTeX would take all up to such a word for a particle (Van den Broeck, d'Alché-Buc).
const LOWER_WORD_WITHIN = /[ -]\p{Ll}|^\p{Ll}.*[ -]/u;

/** A name as BibTeX's author field takes it: `von Family, Jr., Given`, groups in braces. */
export function latexOfName(name: StructuredName): string {
  if (name.kind === 'literal') return `{${latexOf(name.name)}}`;
  const family = LOWER_WORD_WITHIN.test(name.family)
    ? `{${latexOf(name.family)}}`
    : latexOf(name.family);
  const particle = name.particle === '' ? '' : `${latexOf(name.particle)} `;
  const suffix = name.suffix === '' ? '' : `, ${name.suffix}`;
  return `${particle}${family}${suffix}, ${latexOf(name.given)}`;
}

/** Whether braces pair up, an escaped one counted like any other, as BibTeX does. */
function hasBalancedBraces(text: string): boolean {
  if (!text.includes('{') && !text.includes('}')) return true;
  let depth = 0;
  for (const [brace] of text.matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function clean(text: string): string {
  const line = text.replace(CONTROLS, ' ');
  return NON_ASCII.test(line) ? line.normalize('NFC') : line;
}

function brace(sign: string, balanced: boolean): string | undefined {
  if (sign === '{') return balanced ? '\\{' : '\\textbraceleft{}';
  if (sign === '}') return balanced ? '\\}' : '\\textbraceright{}';
  return undefined;
}

const letterCache = new Map<string, string>();

function letter(sign: string): string {
  let latex = letterCache.get(sign);
  if (latex === undefined) {
    latex = sign < '\u0080' ? `${sign}{}` : latexLetter(sign);
    letterCache.set(sign, latex);
  }
  return latex;
}

function latexLetter(sign: string): string {
  const named = LETTERS[sign];
  if (named !== undefined) return `{\\${named}}`;
  const [base = '', accent = '', more] = sign.normalize('NFD');
  const macro = ACCENTS[accent];
  return macro === undefined || more !== undefined || base > 'z' ? sign : `{\\${macro}${base}}`;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:[-'’.+][\p{L}\p{M}\p{N}]+)*/gu;
const INNER_CAPITAL = /[\p{L}\p{M}\p{N}][\p{Lu}\p{Lt}]/u;
const ONE_CAPITAL = /^\p{Lu}$/u;

function withCapitalsKept(text: string): string {
  if (text === '') return '';
  const braces = hasBalancedBraces(text);
  let latex = '';
  let at = 0;
  const line = clean(text);
  for (const { 0: word, index } of line.matchAll(WORD)) {
    // `A` is nearly always the article.
    if (!INNER_CAPITAL.test(word) && (word === 'A' || !ONE_CAPITAL.test(word))) continue;
    latex += `${escapeLine(line.slice(at, index), braces)}{${escapeLine(word, braces)}}`;
    at = index + word.length;
  }
  return latex + escapeLine(line.slice(at), braces);
}

function escapeLine(line: string, braces: boolean): string {
  if (!NEEDS_WORK.test(line)) return line;
  return line.replace(SPECIAL, (sign) => SIGNS[sign] ?? brace(sign, braces) ?? letter(sign));
}

// Styles lower titles within math too: $O(n)$ would become $o(n)$.
function mathOf(math: string): string {
  const line = clean(math);
  return /\p{Lu}/u.test(line) ? `{${line}}` : line;
}

// Braces that do not pair up, to BibTeX or to TeX (to which `\{` is none), or a sign that means
// something outside math, would break the record or the document.
function isSafeMath(math: string): boolean {
  const unescaped = math.replace(/\\./g, '');
  return hasBalancedBraces(math) && hasBalancedBraces(unescaped) && !/[#%&]/.test(unescaped);
}
