/** A zero bit per document, lowest bit first. */
export function noneDeleted(documents: number): Uint8Array {
  return new Uint8Array(Math.ceil(documents / 8));
}

/** False beyond the end. */
export function isDeleted(bits: Uint8Array, document: number): boolean {
  return (((bits[document >> 3] ?? 0) >> (document & 7)) & 1) === 1;
}

/** A copy with `documents` set. */
export function withDeleted(bits: Uint8Array, documents: readonly number[]): Uint8Array {
  const more = bits.slice();
  for (const document of documents) {
    more[document >> 3] = (more[document >> 3] ?? 0) | (1 << (document & 7));
  }
  return more;
}

/** Ascending. */
export function eachDeleted(bits: Uint8Array, visit: (document: number) => void): void {
  for (let index = 0; index < bits.length; index += 1) {
    const byte = bits[index] ?? 0;
    for (let bit = 0; byte >> bit > 0; bit += 1) if ((byte >> bit) & 1) visit(index * 8 + bit);
  }
}
