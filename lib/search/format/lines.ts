/** The texts as bytes, one a line: fast to read by the ten thousand. A line break becomes a space. */
export function encodeLines(texts: readonly string[]): Uint8Array {
  return new TextEncoder().encode(texts.map((text) => `${oneLine(text)}\n`).join(''));
}

/** The texts that `encodeLines` (perhaps several times, one after the other) was given. */
export function decodeLines(bytes: Uint8Array): string[] {
  const lines = new TextDecoder().decode(bytes).split('\n');
  lines.pop();
  return lines;
}

/** `text` with spaces for its line breaks. */
export function oneLine(text: string): string {
  return text.includes('\n') ? text.replaceAll('\n', ' ') : text;
}
