// https://owasp.org/www-community/attacks/CSV_Injection: leading = + - @ (also full-width), tab,
// CR, LF. Also after spaces, which some programs trim, and apostrophes, so that `unguardFormula`
// restores any text.
const RISKY = /^[\s']*[=+\-@＝＋－＠]|^'*[\t\r\n]/;

/** Prepends an apostrophe to text that a spreadsheet might run as a formula. */
export function guardFormula(text: string): string {
  return RISKY.test(text) ? `'${text}` : text;
}

/** Reverses `guardFormula`. */
export function unguardFormula(cell: string): string {
  return cell.startsWith("'") && RISKY.test(cell.slice(1)) ? cell.slice(1) : cell;
}
