import { fromMarkdown } from 'mdast-util-from-markdown';

/** Levels of lists and quotations; browsers crash at thousands. */
const DEEPEST = 12;

/** Sum over all lines of one plus their levels, which the parser visits for each line. */
const MOST_LEVELS = 4000;

/**
 * Sum over all paragraphs of their squared lengths (UTF-16 units), the parser's worst case: many
 * `![a`, then as many `](b)`. It takes half a second.
 */
const MOST_WORK = 25_000_000;

/** UTF-16 units: as short paragraphs, they take the parser a second. */
const LONGEST = 50_000;

/** Parses blocks only, in linear time per level. */
const BLOCKS_ONLY = {
  disable: {
    null: [
      'attention',
      'autolink',
      'characterEscape',
      'characterReference',
      'codeText',
      'hardBreakEscape',
      'htmlText',
      'labelEnd',
      'labelStartImage',
      'labelStartLink',
    ],
  },
};

/**
 * Splits a note before parts slow to format: too many lines or levels, too long paragraphs. `plain`
 * is usually empty.
 */
export function formattedPart(note: string): { formatted: string; plain: string } {
  const parsed = note.slice(0, endOfShallowLines(note));
  const { children } = fromMarkdown(parsed, { extensions: [BLOCKS_ONLY] });
  let work = 0;
  const end = children.find((block) => (work += workOf(block)) > MOST_WORK)?.position?.start.offset;
  const formatted = parsed.slice(0, end);
  return { formatted, plain: note.slice(formatted.length) };
}

interface Block {
  type: string;
  value?: string;
  children?: readonly Block[];
}

function workOf({ type, value = '', children = [] }: Block): number {
  const inner = children.reduce((sum, child) => sum + workOf(child), 0);
  return type === 'text' ? value.length ** 2 : inner;
}

/** The columns that indent lines of an open list item; 0 for a quotation. */
type Container = number;

const LINE_END = /\r\n?|\n|$/g;

/** Index of the first line too deep or beyond the limit. Linear time. */
function endOfShallowLines(note: string): number {
  const open: Container[] = [];
  let levels = 0;
  let wasBlank = true;
  let start = 0;
  for (const { 0: lineBreak, index } of note.matchAll(LINE_END)) {
    const line = withoutTabs(note.slice(start, index));
    const isBlank = line.trim() === '';
    openContainers(line, open, wasBlank || isBlank);
    levels += 1 + open.length;
    const end = index + lineBreak.length;
    if (open.length > DEEPEST || levels > MOST_LEVELS || end > LONGEST) return start;
    wasBlank = isBlank;
    start = end;
  }
  return start;
}

/**
 * Updates the open containers, outermost first, by a line
 * (https://spec.commonmark.org/0.31.2/#phase-1-block-structure). Keeps some that a heading or the
 * like closes; adds at most one too many.
 * @param endsParagraph whether the line cannot continue a paragraph
 */
function openContainers(line: string, open: Container[], endsParagraph: boolean): void {
  let at = 0;
  let kept = 0;
  for (const container of open) {
    const next = container === 0 ? endOf(QUOTATION, line, at) : contentAt(line, at, container);
    if (next === undefined) break;
    at = next;
    kept += 1;
  }
  const added: Container[] = [];
  while (kept + added.length <= DEEPEST) {
    const quoted = endOf(QUOTATION, line, at);
    const next = quoted ?? endOf(ITEM, line, at);
    if (next === undefined) break;
    added.push(quoted === undefined ? next - at : 0);
    at = next;
  }
  if (added.length > 0 || endsParagraph) open.length = kept;
  open.push(...added);
}

// Sticky. After more than three spaces it is code.
const QUOTATION = / {0,3}> ?/y;
const ITEM = / {0,3}(?:[-+*]|\d{1,9}[.)])(?: {1,4}(?! )| (?= {4})|$)/y;

function endOf(expression: RegExp, line: string, at: number): number | undefined {
  expression.lastIndex = at;
  return expression.test(line) ? expression.lastIndex : undefined;
}

/** The index after an open list item's indentation, optional on blank lines. */
function contentAt(line: string, at: number, width: number): number | undefined {
  let end = at;
  while (end - at < width && line[end] === ' ') end += 1;
  return end - at === width || line.trimEnd().length <= end ? end : undefined;
}

/** Tabs as spaces, to columns of four. */
function withoutTabs(line: string): string {
  if (!line.includes('\t')) return line;
  let spaced = '';
  for (const part of line.split(/(\t)/)) {
    spaced += part === '\t' ? ' '.repeat(4 - (spaced.length % 4)) : part;
  }
  return spaced;
}
