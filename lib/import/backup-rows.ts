import { isTooDeep } from './json-depth';
import { jsonValues } from './json-values';

const BACKUP_TABLES = ['entries', 'dismissals', 'papers', 'sightings'] as const;
export type BackupTable = (typeof BACKUP_TABLES)[number];

/** Unvalidated; lines count from 1. */
export type BackupPiece =
  | { kind: 'row'; table: BackupTable; value: unknown; line: number }
  | { kind: 'version'; value: unknown }
  | { kind: 'bad-row'; text: string; line: number }
  | { kind: 'truncated' | 'broken-rest'; line: number };

/** Reads as far as possible. */
export function backupPieces(text: string): Iterable<BackupPiece> {
  return ONE_ROW_A_LINE.test(text.slice(0, 1000)) ? piecesByLine(text) : piecesAnyhow(text);
}

// As `lib/export/backup.ts` writes them; other programs may reformat.
const ONE_ROW_A_LINE = /^"(?:entries|dismissals|papers|sightings)":\[(?:\],?)?\r?$/m;

const TABLE_START = /^"(\w+)":\[(\],?)?$/;
const TABLE_END = /^\],?$/;
const VERSION = /^"version":(.+?),?$/;

/** A broken line costs only itself. */
function* piecesByLine(text: string): Generator<BackupPiece> {
  let table: string | undefined;
  let line = 0;
  let start = 0;
  let isWhole = false;
  while (start < text.length) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const content = text.slice(start, end).trim();
    line += 1;
    start = end + 1;
    const heading = TABLE_START.exec(content);
    if (heading !== null) table = heading[2] === undefined ? heading[1] : undefined;
    else if (TABLE_END.test(content)) table = undefined;
    else if (table !== undefined && content !== '') {
      const value = parsed(content.replace(/,$/, ''));
      if (value !== undefined) {
        if (isTable(table)) yield { kind: 'row', table, value, line };
      } else if (start < text.length) yield { kind: 'bad-row', text: content, line };
    } else if (content === '}') isWhole = true;
    else if (VERSION.test(content)) {
      yield { kind: 'version', value: parsed(VERSION.exec(content)?.[1] ?? '') };
    }
  }
  if (!isWhole) yield { kind: 'truncated', line };
}

/** Any layout, up to a truncated or broken part. */
function* piecesAnyhow(text: string): Generator<BackupPiece> {
  const values = jsonValues(text, ['$.version', ...BACKUP_TABLES.map((table) => `$.${table}.*`)]);
  let next = values.next();
  for (; !next.done; next = values.next()) {
    const { path, value, line } = next.value;
    const [table] = path;
    if (table === 'version') yield { kind: 'version', value };
    else if (isTable(table)) yield { kind: 'row', table, value, line };
  }
  const { kind, line } = next.value;
  if (kind === 'cut') yield { kind: 'truncated', line };
  if (kind === 'broken') yield { kind: 'broken-rest', line };
}

function isTable(name: unknown): name is BackupTable {
  return BACKUP_TABLES.some((table) => table === name);
}

/** Undefined for invalid JSON or too deep nesting. */
function parsed(line: string): unknown {
  if (isTooDeep(line)) return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
