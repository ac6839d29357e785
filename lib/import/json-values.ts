import { Tokenizer, TokenParser, TokenType } from '@streamparser/json';
import { DEEPEST } from './json-depth';

/** A value and its first line, from 1. */
export interface JsonValue {
  /** Keys and indexes from the root. */
  path: (string | number)[];
  value: unknown;
  line: number;
}

/** How a JSON text ends, and at which line. */
export interface JsonEnd {
  /** `cut`: truncated. `broken`: the rest is not JSON. */
  kind: 'whole' | 'cut' | 'broken';
  line: number;
}

/** Chunk size, UTF-16 units. */
const PIECE = 64 * 1024;

/**
 * Streams the values at `paths` (`$.papers.*`), until the text is truncated or broken.
 * @returns how the text ends
 */
export function* jsonValues(text: string, paths: string[]): Generator<JsonValue, JsonEnd> {
  // Unbuffered, long strings are appended letter by letter.
  const tokenizer = new Tokenizer({ stringBufferSize: PIECE });
  const parser = new TokenParser({ paths, keepStack: false });
  const found: JsonValue[] = [];
  /** First lines of open containers. */
  const openedAt: number[] = [];
  let line = 1;
  let valueLine = 1;
  let broken = false;
  tokenizer.onToken = (token) => {
    if (openedAt.length > DEEPEST) broken = true;
    if (broken) return;
    valueLine = line;
    if (OPENING.has(token.token)) openedAt.push(line);
    else if (CLOSING.has(token.token)) valueLine = openedAt.pop() ?? line;
    parser.write(token);
  };
  tokenizer.onError = () => (broken = true);
  parser.onError = () => (broken = true);
  parser.onValue = ({ value, key, stack }) => {
    const path = [...stack.slice(1).map((level) => level.key), key].filter(
      (level) => level !== undefined,
    );
    found.push({ path, value, line: valueLine });
  };
  for (const piece of pieces(text)) {
    if (broken || parser.isEnded) break;
    // Avoids millions of writes for empty lines.
    if (piece !== '\n') tokenizer.write(piece);
    yield* found.splice(0);
    if (!broken && piece.endsWith('\n')) line += 1;
  }
  if (broken) return { kind: 'broken', line };
  return { kind: parser.isEnded ? 'whole' : 'cut', line };
}

const OPENING = new Set<TokenType>([TokenType.LEFT_BRACE, TokenType.LEFT_BRACKET]);
const CLOSING = new Set<TokenType>([TokenType.RIGHT_BRACE, TokenType.RIGHT_BRACKET]);

/** Splits after line breaks, and longer lines into chunks. */
function* pieces(text: string): Generator<string> {
  let lineEnd = 0;
  for (let start = 0; start < text.length;) {
    // Once per line: a file of one line would be searched for each chunk.
    if (start >= lineEnd) lineEnd = text.indexOf('\n', start) + 1 || text.length;
    const end = Math.min(lineEnd, start + PIECE);
    yield text.slice(start, end);
    start = end;
  }
}
