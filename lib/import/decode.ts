/** How a file's bytes were read. `windows-1252` is a guess, and worth telling. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** A file's text, without byte order mark. */
export interface DecodedText {
  text: string;
  encoding: Encoding;
}

// Files that are no text, by how they begin, in hexadecimal: PDF, ZIP (also Word, EPUB), gzip, 7z,
// PNG, JPEG, GIF, SQLite.
const MAGIC = /^(?:25504446|504b0304|1f8b|377abcaf|89504e47|ffd8ff|47494638|53514c697465)/;

/** Where text has no NUL, in bytes. Further on it may: a file that a crash cut ends in them. */
const LOOKED_FOR_NUL = 64 * 1024;

/**
 * The text in `bytes`; undefined when they are none. The encoding is that of the byte order mark;
 * without one, UTF-8, and Windows-1252 for what cannot be that. A character that is cut at the end
 * is left out.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const start = [...bytes.subarray(0, 8)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  if (start.startsWith('efbbbf')) return decodeAs('utf-8', bytes.subarray(3));
  if (start.startsWith('fffe')) return decodeAs('utf-16le', bytes.subarray(2));
  if (start.startsWith('feff')) return decodeAs('utf-16be', bytes.subarray(2));
  if (MAGIC.test(start) || bytes.subarray(0, LOOKED_FOR_NUL).includes(0)) return undefined;
  try {
    return decodeAs('utf-8', bytes, { fatal: true });
  } catch {
    return decodeAs('windows-1252', bytes);
  }
}

function decodeAs(encoding: Encoding, bytes: Uint8Array, { fatal = false } = {}): DecodedText {
  const decoder = new TextDecoder(encoding, { fatal, ignoreBOM: true });
  // As a stream that is never ended, so that a cut character is no error.
  return { text: decoder.decode(bytes, { stream: true }), encoding };
}
