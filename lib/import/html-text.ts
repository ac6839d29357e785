import { decodeHTMLStrict } from 'entities';

/**
 * HTML, such as Zotero notes, as text: lists as `- `, headings, links and emphasis as Markdown, no
 * other markup. Must not be parsed as HTML again. Linear time.
 */
export function textOfHtml(html: string): string {
  const closeAfter = searchOnce(html, '>');
  const links: string[] = [];
  let text = '';
  let at = 0;
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', open)) {
    const tag = tagAt(html, open, closeAfter);
    if (tag === undefined) {
      open += 1;
      continue;
    }
    text += plain(html.slice(at, open)) + (tag.name === 'a' ? linkMark(tag, links) : markOf(tag));
    at = tag.end;
    open = at;
  }
  return (
    (text + plain(html.slice(at)))
      .replace(/ ?\n ?/g, '\n')
      // List items may contain paragraphs.
      .replace(/^-\n+/gm, '- ')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  );
}

/** Whether `text` is HTML, as rich text editors write it. */
export function isHtml(text: string): boolean {
  return (
    /^\s*<(?:p|div|h[1-6]|ul|ol|span|strong|em|b|i|blockquote|jats:[a-z]{1,9})(?:\s[^<>]*)?>/i.test(
      text,
    ) && text.trimEnd().endsWith('>')
  );
}

// From CSL titles (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html) and JATS in
// Crossref's records.
const INLINE =
  /<\/?(?:i|b|em|strong|sub|sup|sc|scp|span|p|inf|jats:[a-z-]{1,20})(?:\s[^<>]{0,200})?\/?>/gi;

/** Strips inline markup; other `<` and `>` stay. */
function withoutMarkup(text: string): string {
  if (!text.includes('<') && !text.includes('&')) return text;
  return decodeHTMLStrict(text.replace(INLINE, ''));
}

/** From HTML, or text with inline markup; decodes entities. */
export function plainText(text: string): string {
  return isHtml(text) ? textOfHtml(text) : withoutMarkup(text);
}

interface Tag {
  name: string;
  closing: boolean;
  /** Between its name and `>`. */
  rest: string;
  end: number;
}

const NAME = /\/?([a-z][a-z0-9:]{0,20})/iy;

// Longer ones (UTF-16 units) are text.
const TAG_LIMIT = 5000;

function tagAt(html: string, open: number, closeAfter: (from: number) => number): Tag | undefined {
  if (html.startsWith('<!--', open)) return skipped(html, '-->', open);
  NAME.lastIndex = open + 1;
  const match = NAME.exec(html);
  if (match === null) return undefined;
  const from = open + 1 + match[0].length;
  const close = closeAfter(from);
  if (close < 0 || close - from > TAG_LIMIT) return undefined;
  const name = (match[1] ?? '').toLowerCase();
  const closing = match[0].startsWith('/');
  if (!closing && (name === 'script' || name === 'style')) {
    const inner = html.indexOf(`</${name}`, close);
    return skipped(html, '>', inner < 0 ? html.length : inner);
  }
  return { name, closing, rest: html.slice(from, close), end: close + 1 };
}

/**
 * Returns a search for the next `sign`; indexes must not decrease. Cached: many `<` without `>`
 * would take quadratic time.
 */
function searchOnce(text: string, sign: string): (from: number) => number {
  let found = text.indexOf(sign);
  return (from) => {
    if (found >= 0 && found < from) found = text.indexOf(sign, from);
    return found;
  };
}

function plain(html: string): string {
  return decodeHTMLStrict(html).replace(/\s+/g, ' ');
}

/** Skips a comment, script or style; everything if unclosed. */
function skipped(html: string, ending: string, from: number): Tag {
  const at = html.indexOf(ending, from);
  return { name: '', closing: false, rest: '', end: at < 0 ? html.length : at + ending.length };
}

const HEADING = /^h([1-6])$/;
const BLOCKS = new Set(['p', 'blockquote', 'ul', 'ol', 'table', 'pre', 'jats:p', 'jats:sec']);
const LINES = new Set(['br', 'div', 'tr', 'li', 'hr', 'jats:title']);
const MARKS: Record<string, string> = { b: '**', strong: '**', i: '*', em: '*', code: '`' };

function markOf({ name, closing }: Tag): string {
  const level = HEADING.exec(name)?.[1];
  if (level !== undefined) return `\n\n${closing ? '' : `${'#'.repeat(Number(level))} `}`;
  if (BLOCKS.has(name)) return '\n\n';
  if (name === 'li') return closing ? '' : '\n- ';
  if (LINES.has(name)) return '\n';
  return Object.hasOwn(MARKS, name) ? (MARKS[name] ?? '') : '';
}

const HREF = /\bhref\s{0,5}=\s{0,5}(?:"([^"]*)"|'([^']*)')/i;

/** `[` and `](address)` around a web link's text, else nothing. */
function linkMark({ closing, rest }: Tag, links: string[]): string {
  if (!closing) {
    const [, double, single] = HREF.exec(rest) ?? [];
    const url = decodeHTMLStrict(double ?? single ?? '').trim();
    links.push(/^https?:[^\s()<>]+$/i.test(url) ? url : '');
    return links.at(-1) === '' ? '' : '[';
  }
  const url = links.pop() ?? '';
  return url === '' ? '' : `](${url})`;
}
