// https://owasp.org/www-community/attacks/CSV_Injection: = + - @ (their full-width forms too), tab,
// CR and LF at the start. After spaces as well, since some programs trim cells; and after an
// apostrophe, so that taking one off again (of a cell that stays risky without) restores any text.
const RISKY = /^[\s']*[=+\-@＝＋－＠]|^'*[\t\r\n]/;

/** `text` as a cell that no spreadsheet takes for a formula: what it might is led by an apostrophe. */
export function guardFormula(text: string): string {
  return RISKY.test(text) ? `'${text}` : text;
}

/** The text whose `guardFormula` is `cell`; any other cell as it is. */
export function unguardFormula(cell: string): string {
  return cell.startsWith("'") && RISKY.test(cell.slice(1)) ? cell.slice(1) : cell;
}
