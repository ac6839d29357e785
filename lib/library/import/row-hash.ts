/**
 * A row's hash, to detect edits; collision chance 1 in 2^53. Two 32-bit FNV-1a hashes
 * (https://www.rfc-editor.org/rfc/rfc9923) of its JSON. Synchronous, since transactions await only
 * the database.
 */
export function rowHash(row: object): number {
  const text = JSON.stringify(row);
  let low = 0x811c9dc5;
  let high = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit ^ (low >>> 16), 0x01000193);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
