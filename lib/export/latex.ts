import type { StructuredName } from '@/lib/papers/names';
import { hasBalancedBraces, isAllowedMath } from './math-commands';

// Names need only ASCII letters with one accent, and the few below; unicode2latex has these and
// most math symbols, in 290 kB (63 kB gzip). Other letters stay UTF-8, which current LaTeX reads.
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
  // LaTeX's default fonts print these as other characters.
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
};

// TeX joins these pairs (--, '', ``, ?`, !`); `{}` separates them.
const LIGATURES = "-(?=-)|'(?=')|`(?=`)|[?!](?=`)";
const LATIN = '\u00c0-\u024f\u1e00-\u1eff';
const SPECIAL = new RegExp(`[#$%&_{}~^\\\\<>|${LATIN}]|${LIGATURES}`, 'g');
const NEEDS_WORK = /[^ !"()*+,./0-9:;=?@A-Z[\]a-z]/;
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;
const NON_ASCII = /[\u0080-\uffff]/;

/**
 * `text` escaped for LaTeX. Braces balance, even for BibTeX, which counts `\{` too. Control
 * characters and line breaks become spaces.
 */
export function latexOf(text: string): string {
  if (!NEEDS_WORK.test(text)) return text;
  const braces = hasBalancedBraces(text);
  return clean(text).replace(SPECIAL, (sign) => SIGNS[sign] ?? brace(sign, braces) ?? letter(sign));
}

/**
 * A title as LaTeX. Keeps dollar math of allowed commands (`isAllowedMath`); braces words with
 * inner or only capitals, which styles would lowercase (`{LLM}`, not `Scaling`).
 */
export function latexOfTitle(title: string): string {
  if (!title.includes('$')) return withCapitalsKept(title);
  let latex = '';
  let at = 0;
  // Pandoc's tex_math_dollars: no space inside the dollars, no digit after (`$5 and $10`).
  // https://pandoc.org/MANUAL.html#math
  for (const match of title.matchAll(/(?<![\\$])\$(?![\s$])([^$]*[^$\s\\])\$(?![\d$])/g)) {
    if (!isAllowedMath(match[1] ?? '')) continue;
    latex += withCapitalsKept(title.slice(at, match.index)) + mathOf(match[0]);
    at = match.index + match[0].length;
  }
  return latex + withCapitalsKept(title.slice(at));
}

// BibTeX reads all up to such a word as a particle (Van den Broeck, d'Alché-Buc).
const LOWER_WORD_WITHIN = /[ -]\p{Ll}|^\p{Ll}.*[ -]/u;

/** A BibTeX author: `von Family, Jr., Given`; groups in braces. */
export function latexOfName(name: StructuredName): string {
  if (name.kind === 'literal') return `{${latexOf(name.name)}}`;
  const family = LOWER_WORD_WITHIN.test(name.family)
    ? `{${latexOf(name.family)}}`
    : latexOf(name.family);
  const particle = name.particle === '' ? '' : `${latexOf(name.particle)} `;
  const suffix = name.suffix === '' ? '' : `, ${name.suffix}`;
  return `${particle}${family}${suffix}, ${latexOf(name.given)}`;
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
    // Nearly always the article.
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

// Styles lowercase math: $O(n)$ would become $o(n)$.
function mathOf(math: string): string {
  const line = clean(math);
  return /\p{Lu}/u.test(line) ? `{${line}}` : line;
}
