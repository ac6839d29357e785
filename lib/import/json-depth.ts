/** Deeper than supported files; each level costs more than the last. */
export const DEEPEST = 100;

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/**
 * Whether JSON nests deeper than `DEEPEST`. Check before parsing: recursion would overflow the
 * stack.
 */
export function isTooDeep(json: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < json.length; at += 1) {
    const unit = json.charCodeAt(at);
    if (isInString) {
      if (unit === BACKSLASH) at += 1;
      else if (unit === QUOTE) isInString = false;
    } else if (unit === QUOTE) isInString = true;
    else if (CLOSING.has(unit)) depth -= 1;
    else if (OPENING.has(unit)) {
      depth += 1;
      if (depth > DEEPEST) return true;
    }
  }
  return false;
}
