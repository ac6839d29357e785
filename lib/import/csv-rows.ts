import Papa from 'papaparse';

/** By lower-case heading. */
export interface CsvRow {
  cells: ReadonlyMap<string, string>;
  /** First line, from 1. */
  line: number;
  /** Whether the file ends inside a quote. */
  isCut: boolean;
}

const DELIMITERS = [',', ';', '\t'];

/** Lower-case headings, and the delimiter. */
export function csvHeadings(text: string): { headings: string[]; delimiter: string } {
  const beginning = text.slice(0, 20_000);
  const tables = DELIMITERS.map((delimiter) => {
    const { data } = Papa.parse<string[]>(beginning, { delimiter, preview: 1, fastMode: false });
    return { delimiter, headings: (data[0] ?? []).map((cell) => cell.trim().toLowerCase()) };
  });
  return tables.reduce((best, table) =>
    table.headings.length > best.headings.length ? table : best,
  );
}

/** Non-empty rows below the headings, in linear time. */
export function* csvRows(text: string): Generator<CsvRow> {
  const { headings, delimiter } = csvHeadings(text);
  let isHeading = true;
  for (const { cells, line, isCut } of rowsOf(text, delimiter)) {
    if (!isHeading && cells.some((cell) => cell.trim() !== '')) {
      const named = cells.map((cell, at): [string, string] => [headings[at] ?? '', cell]);
      yield { cells: new Map(named), line, isCut };
    }
    isHeading = false;
  }
}

const PIECE = 256 * 1024;

function* rowsOf(text: string, delimiter: string) {
  const newline =
    /\r\n|\n|\r/.exec(text)?.[0] === '\r\n' ? '\r\n' : text.includes('\n') ? '\n' : '\r';
  let line = 1;
  let at = 0;
  let size = PIECE;
  while (at < text.length) {
    const piece = text.slice(at, at + size);
    const rows: { cells: string[]; end: number; isCut: boolean }[] = [];
    Papa.parse<string[]>(piece, {
      delimiter,
      newline,
      fastMode: false,
      step: ({ data, errors, meta }) => {
        const isCut = errors.some(({ code }) => code === 'MissingQuotes');
        rows.push({ cells: data, end: meta.cursor, isCut });
      },
    });
    // A chunk's last row may continue; longer rows need a larger chunk.
    if (at + size < text.length) rows.pop();
    size = rows.length === 0 ? size * 2 : PIECE;
    let start = 0;
    for (const { cells, end, isCut } of rows) {
      yield { cells, line, isCut };
      line += countLines(piece, start, end);
      start = end;
    }
    if (at + piece.length >= text.length && rows.length === 0) return;
    at += start;
  }
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
    lines += 1;
  }
  return lines;
}
