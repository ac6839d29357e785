/** As written; absent ends are open. */
export type WrittenRange =
  | { kind: 'one'; value: string }
  | { kind: 'between'; from?: string; to?: string }
  | { kind: '>' | '>=' | '<' | '<='; value: string };

const COMPARED = /^(>=|<=|>|<|=)(.+)$/;
// Also written so: `2024-2025`, `100+`. Not a month, `2026-01`.
const HYPHENATED = /^(?!\d{4}-\d{1,2}$)(\d+) ?[-–—] ?(\d+)$/;

/**
 * Parses `5`, `5..10`, `5..`, `..10` (or `*` for an open end), `>5`, `>=5`, `<5`, `<=5`, `=5`, `5-10`
 * and `5+`.
 */
export function writtenRange(text: string): WrittenRange {
  const [, sign, compared] = COMPARED.exec(text) ?? [];
  const value = compared?.trimStart();
  if (value !== undefined && (sign === '>' || sign === '>=' || sign === '<' || sign === '<=')) {
    return { kind: sign, value };
  }
  if (sign === '=' && value !== undefined) return { kind: 'one', value };
  if (text.length > 1 && text.endsWith('+')) return { kind: '>=', value: text.slice(0, -1) };
  const at = text.indexOf('..');
  const hyphenated = at < 0 ? HYPHENATED.exec(text) : null;
  if (at < 0 && hyphenated === null) return { kind: 'one', value: text };
  const [from = '', to = ''] =
    hyphenated === null ? [text.slice(0, at), text.slice(at + 2)] : hyphenated.slice(1);
  return { kind: 'between', ...(isOpen(from) ? {} : { from }), ...(isOpen(to) ? {} : { to }) };
}

function isOpen(end: string): boolean {
  return end === '' || end === '*';
}

/** Inclusive; absent ends are open. */
export interface NumberRange {
  from?: number;
  to?: number;
}

/**
 * The integers `text` names; undefined if invalid, empty, open at both ends, or beyond `least` or
 * `most`.
 */
export function numberRange(text: string, least: number, most: number): NumberRange | undefined {
  const range = numbersOf(writtenRange(text));
  if (range === undefined) return undefined;
  const { from = least, to = most } = range;
  const isOpenAtBothEnds = range.from === undefined && range.to === undefined;
  return isOpenAtBothEnds || !(least <= from && from <= to && to <= most) ? undefined : range;
}

function numbersOf(written: WrittenRange): NumberRange | undefined {
  switch (written.kind) {
    case 'one': {
      const value = wholeNumber(written.value);
      return { from: value, to: value };
    }
    case 'between':
      return {
        ...(written.from === undefined ? {} : { from: wholeNumber(written.from) }),
        ...(written.to === undefined ? {} : { to: wholeNumber(written.to) }),
      };
    case '>':
      return { from: wholeNumber(written.value) + 1 };
    case '>=':
      return { from: wholeNumber(written.value) };
    case '<':
      return { to: wholeNumber(written.value) - 1 };
    case '<=':
      return { to: wholeNumber(written.value) };
  }
}

/** NaN, which is in no range, if invalid. */
function wholeNumber(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
}
