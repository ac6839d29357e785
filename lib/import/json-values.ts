import { Tokenizer, TokenParser, TokenType } from '@streamparser/json';
import { DEEPEST } from './json-depth';

/** A value in a JSON file: where it stands there, and at which line it begins, from 1. */
export interface JsonValue {
  /** Keys from the root down, array indexes among them. */
  path: (string | number)[];
  value: unknown;
  line: number;
}

/** Where JSON ends that is cut or broken. */
export interface JsonEnd {
  /** `cut`: it ends in the middle. `broken`: what follows is no JSON. */
  kind: 'whole' | 'cut' | 'broken';
  line: number;
}

/** So much is parsed at once, in UTF-16 units. */
const PIECE = 64 * 1024;

/**
 * The values of a JSON text at `paths` (`$.papers.*`), one by one, so that a cut or broken text
 * gives all that stand before.
 * @returns how the text ends
 */
export function* jsonValues(text: string, paths: string[]): Generator<JsonValue, JsonEnd> {
  // A buffer, or each letter of a long string would be added to it by itself.
  const tokenizer = new Tokenizer({ stringBufferSize: PIECE });
  const parser = new TokenParser({ paths, keepStack: false });
  const found: JsonValue[] = [];
  /** The lines at which the containers that are open begin. */
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
    // Millions of empty lines would be as many writes.
    if (piece !== '\n') tokenizer.write(piece);
    yield* found.splice(0);
    if (!broken && piece.endsWith('\n')) line += 1;
  }
  if (broken) return { kind: 'broken', line };
  return { kind: parser.isEnded ? 'whole' : 'cut', line };
}

const OPENING = new Set<TokenType>([TokenType.LEFT_BRACE, TokenType.LEFT_BRACKET]);
const CLOSING = new Set<TokenType>([TokenType.RIGHT_BRACE, TokenType.RIGHT_BRACKET]);

/** `text` cut after each line break, and longer lines into pieces. */
function* pieces(text: string): Generator<string> {
  let start = 0;
  while (start < text.length) {
    const lineEnd = text.indexOf('\n', start);
    const end = Math.min(lineEnd < 0 ? text.length : lineEnd + 1, start + PIECE);
    yield text.slice(start, end);
    start = end;
  }
}
