/** As lines, which decode fast. Line breaks become spaces. */
export function encodeLines(texts: readonly string[]): Uint8Array {
  return new TextEncoder().encode(texts.map((text) => `${oneLine(text)}\n`).join(''));
}

/** Decodes concatenated results of `encodeLines`. */
export function decodeLines(bytes: Uint8Array): string[] {
  const lines = new TextDecoder().decode(bytes).split('\n');
  lines.pop();
  return lines;
}

/** Only line feeds become spaces. */
export function oneLine(text: string): string {
  return text.includes('\n') ? text.replaceAll('\n', ' ') : text;
}
