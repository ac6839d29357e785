/** How a file's bytes were read. `windows-1252` is a guess, and worth telling. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** A file's text, without byte order mark. */
export interface DecodedText {
  text: string;
  encoding: Encoding;
  /** The first line, from 1, that is not in UTF-8 though others are: read as Windows-1252. */
  otherLine?: number;
}

// Files that are no text, by how they begin, in hexadecimal: PDF, ZIP (also Word, EPUB), gzip, 7z,
// PNG, JPEG, GIF, SQLite.
const MAGIC = /^(?:25504446|504b0304|1f8b|377abcaf|89504e47|ffd8ff|47494638|53514c697465)/;

/** Where NULs tell what a file is, in bytes. Further on text has them too where a crash cut it. */
const LOOKED_FOR_NUL = 64 * 1024;

/**
 * The text in `bytes`; undefined when they are none. The encoding is that of the byte order mark;
 * without one, UTF-16 where every other byte is NUL, else UTF-8, and Windows-1252 line by line for
 * what cannot be that. A character that is cut at the end is left out, a NUL is a space.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const start = [...bytes.subarray(0, 8)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  if (start.startsWith('efbbbf')) return decodeAs('utf-8', bytes.subarray(3));
  if (start.startsWith('fffe')) return decodeAs('utf-16le', bytes.subarray(2));
  if (start.startsWith('feff')) return decodeAs('utf-16be', bytes.subarray(2));
  if (MAGIC.test(start)) return undefined;
  const encoding = encodingByNuls(bytes.subarray(0, LOOKED_FOR_NUL));
  if (encoding !== 'utf-8') return encoding && decodeAs(encoding, bytes);
  try {
    return decodeAs('utf-8', bytes, { fatal: true });
  } catch {
    return decodeByLine(bytes);
  }
}

/** Of a beginning; undefined for what is no text. */
function encodingByNuls(bytes: Uint8Array): Encoding | undefined {
  const nuls = [0, 0];
  for (const [at, byte] of bytes.entries()) if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  // Most signs of a bibliography are ASCII, of which UTF-16 makes a NUL and a byte.
  if (odd > bytes.length / 4 && even < odd / 10) return 'utf-16le';
  if (even > bytes.length / 4 && odd < even / 10) return 'utf-16be';
  return even + odd < bytes.length / 20 || bytes.length === 0 ? 'utf-8' : undefined;
}

/** Each line as UTF-8 where it can be that, so that one bad byte does not cost the others. */
function decodeByLine(bytes: Uint8Array): DecodedText {
  let text = '';
  let otherLine: number | undefined;
  let hasUtf8 = false;
  let line = 0;
  for (let start = 0, end = 0; start < bytes.length; start = end) {
    const lineBreak = bytes.indexOf(0x0a, start);
    end = lineBreak < 0 ? bytes.length : lineBreak + 1;
    line += 1;
    const piece = bytes.subarray(start, end);
    try {
      const decoded = decodeAs('utf-8', piece, { fatal: true });
      hasUtf8 ||= decoded.text.length < piece.length;
      text += decoded.text;
    } catch {
      otherLine ??= line;
      text += decodeAs('windows-1252', piece).text;
    }
  }
  return hasUtf8 && otherLine !== undefined
    ? { text, encoding: 'utf-8', otherLine }
    : { text, encoding: 'windows-1252' };
}

function decodeAs(encoding: Encoding, bytes: Uint8Array, { fatal = false } = {}): DecodedText {
  const decoder = new TextDecoder(encoding, { fatal, ignoreBOM: true });
  // As a stream that is never ended, so that a cut character is no error.
  const text = decoder.decode(bytes, { stream: true });
  return { text: text.includes('\0') ? text.replaceAll('\0', ' ') : text, encoding };
}
