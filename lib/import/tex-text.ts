import type { CommandDecoder } from './tex-commands';

/**
 * TeX as plain text: without braces, with commands and accents decoded, line breaks and list items
 * as lines. Keeps math between dollars, unknown commands and, for paragraphs, white space. Never
 * throws; linear time.
 */
export function textOfTex(tex: string, decode: CommandDecoder): string {
  if (!SPECIAL.test(tex)) return tex;
  let text = '';
  let at = 0;
  SPECIALS.lastIndex = 0;
  for (let match = SPECIALS.exec(tex); match !== null; match = SPECIALS.exec(tex)) {
    const special = match[0];
    text += tex.slice(at, match.index);
    let piece: Piece;
    if (special.startsWith('\\')) piece = commandAt(tex, match.index, decode);
    else if (special === '$') piece = mathAt(tex, match.index);
    else piece = { text: SIGNS[special] ?? special, end: match.index + special.length };
    text += piece.text;
    at = piece.end;
    SPECIALS.lastIndex = at;
  }
  return text + tex.slice(at);
}

/** `end`: the index after its TeX. */
interface Piece {
  text: string;
  end: number;
}

const SPECIAL = /[\\{}$~`'?!-]/;
const SPECIALS = /\\|\$|[{}~]|---?|``|''|[?!]`/g;
const SIGNS: Record<string, string> = {
  '{': '',
  '}': '',
  '~': ' ',
  '--': '–',
  '---': '—',
  '``': '“',
  "''": '”',
  '?`': '¿',
  '!`': '¡',
};

const NAME = /\\(?:[A-Za-z]+\*?|[^])/y;
const SPACES = /[ \t]{0,20}/y;
const ESCAPED = new Set('#$%&_{}');
// Accents apply to what follows, braced or not, even after a space: `\c c`.
const ACCENTS = new Set('`\'^"~=.uvHtcdbrk');
const ACCENTED =
  /\s{0,3}(?:\{[^{}\\]{0,20}\}|\{\\[A-Za-z]{1,20}(?:\{\})?\s?\}|\\[A-Za-z]{1,20}|[^\s\\{}$%])/uy;
const ARGUMENTS = /(?:\{[^{}]{0,100}\}){1,3}/y;
// Formatting; only the argument is read.
const LOOKS = new Set(
  (
    'textbf textit textsl textsc texttt textrm textsf textup textmd textnormal emph uline underline ' +
    'mkbibbold mkbibemph mkbibitalic mbox hbox text bf it sl sc tt rm sf em bfseries itshape ' +
    'scshape ttfamily rmfamily upshape mdseries normalfont protect relax small large ensuremath ' +
    'centering noindent / -'
  ).split(' '),
);
const BREAKS: Record<string, string> = {
  '\\': '\n',
  newline: '\n',
  par: '\n\n',
  item: '\n- ',
  ' ': ' ',
  '\n': ' ',
};

function commandAt(tex: string, at: number, decode: CommandDecoder): Piece {
  const name = matchAt(NAME, tex, at) || '\\';
  const sign = name.slice(1);
  const end = at + name.length;
  const spaced = /[A-Za-z*]$/.test(sign) ? end + matchAt(SPACES, tex, end).length : end;
  if (ESCAPED.has(sign)) return { text: sign, end };
  if (sign === '(' || sign === '[') return mathAt(tex, at);
  if (Object.hasOwn(BREAKS, sign)) return { text: BREAKS[sign] ?? '', end: spaced };
  if (LOOKS.has(sign)) return { text: '', end: spaced };
  if (sign === 'url' || sign === 'path') return verbatimAt(tex, end);
  if (sign === 'href') return linkAt(tex, end, decode);
  const given = matchAt(ACCENTS.has(sign) ? ACCENTED : ARGUMENTS, tex, end);
  if (sign === 'begin' || sign === 'end') return { text: '', end: end + given.length };
  const text = decode(name + given) ?? (given === '' ? name : undefined);
  // TeX drops the space after a command (`\L ukasz`).
  if (text !== undefined)
    return { text, end: given === '' && text !== name ? spaced : end + given.length };
  return { text: name + given, end: end + given.length };
}

/** Needs a sticky expression. */
function matchAt(expression: RegExp, text: string, at: number): string {
  expression.lastIndex = at;
  return expression.exec(text)?.[0] ?? '';
}

const GROUP = /\s{0,3}\{([^{}]{0,2000})\}/y;

/** In URLs, `%`, `_` and `~` are literal. */
function verbatimAt(tex: string, at: number): Piece {
  const group = matchAt(GROUP, tex, at);
  return { text: group.trim().slice(1, -1), end: at + group.length };
}

/** `\href{address}{text}` as Markdown. */
function linkAt(tex: string, at: number, decode: CommandDecoder): Piece {
  const url = verbatimAt(tex, at);
  const group = matchAt(GROUP, tex, url.end);
  if (group === '') return url;
  const label = textOfTex(group.trim().slice(1, -1), decode);
  return { text: `[${label}](${url.text})`, end: url.end + group.length };
}

const MATH_LIMIT = 500;
const MATH_ENDS: Record<string, string> = { '\\(': '\\)', '\\[': '\\]', $$: '$$', $: '$' };

/**
 * Math from `at`, as `$…$`. Only the sign if not closed within the braces: many abstracts contain
 * prices.
 */
function mathAt(tex: string, at: number): Piece {
  const two = tex.slice(at, at + 2);
  const sign = Object.hasOwn(MATH_ENDS, two) ? two : '$';
  const ending = MATH_ENDS[sign] ?? '$';
  const last = Math.min(tex.length, at + MATH_LIMIT);
  let depth = 0;
  for (let end = at + sign.length; end < last; end += 1) {
    if (depth === 0 && tex.startsWith(ending, end)) {
      const math = tex.slice(at + sign.length, end);
      return { text: `$${sign.startsWith('$') ? math : math.trim()}$`, end: end + ending.length };
    }
    if (tex[end] === '\\') end += 1;
    else if (tex[end] === '{') depth += 1;
    else if (tex[end] === '}') depth -= 1;
    if (depth < 0) break;
  }
  return { text: sign, end: at + sign.length };
}
