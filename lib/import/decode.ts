/** `windows-1252` is a guess to show to the reader. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Text without byte order mark. */
export interface DecodedText {
  text: string;
  encoding: Encoding;
  /** First line, from 1, that is Windows-1252 in a UTF-8 file. */
  otherLine?: number;
}

// Magic numbers in hexadecimal: PDF, ZIP (also Word, EPUB), gzip, 7z, PNG, JPEG, GIF, SQLite.
const MAGIC = /^(?:25504446|504b0304|1f8b|377abcaf|89504e47|ffd8ff|47494638|53514c697465)/;

/** Bytes whose NULs reveal the encoding. Later ones may come from a crash. */
const LOOKED_FOR_NUL = 64 * 1024;

/**
 * Decodes `bytes`; undefined for binary data. Without a byte order mark: UTF-16 if every other byte
 * is NUL, else UTF-8, with Windows-1252 for invalid lines. Drops a truncated last character; NULs
 * become spaces.
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

/** Undefined for binary data. */
function encodingByNuls(bytes: Uint8Array): Encoding | undefined {
  const nuls = [0, 0];
  for (const [at, byte] of bytes.entries()) if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  // Bibliographies are mostly ASCII: a NUL and a byte in UTF-16.
  if (odd > bytes.length / 4 && even < odd / 10) return 'utf-16le';
  if (even > bytes.length / 4 && odd < even / 10) return 'utf-16be';
  return even + odd < bytes.length / 20 || bytes.length === 0 ? 'utf-8' : undefined;
}

/** By line, so that a bad byte affects only one. */
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
  // Streaming accepts a truncated character.
  const text = decoder.decode(bytes, { stream: true });
  return { text: text.includes('\0') ? text.replaceAll('\0', ' ') : text, encoding };
}
