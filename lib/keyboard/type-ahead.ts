import { isShortcut } from './keys-pressed';
import { isInField } from './where-pressed';

/** A field that is not there by then may not come, ms; much longer than a save can take. */
const PATIENCE = 30_000;

/**
 * Keeps from the page what is typed while a field is on its way that it is meant for: its letters
 * would be taken for keys, and Enter would follow the link that has the focus. Ends when it is asked
 * for, when the reader turns elsewhere, when `signal` aborts, or when the field does not come for
 * long.
 * @param onLeft called when the reader turns elsewhere (with Escape or Tab, by a press, or typing into
 *   another field) or the field did not come
 * @returns gives what was typed until then, once; Enter is a line break in it
 */
export function typeAhead(
  document: Document,
  signal: AbortSignal,
  onLeft: () => void = () => {},
): () => string {
  let typed = '';
  const ending = new AbortController();
  // Before anybody else.
  const first = { capture: true, signal: ending.signal };
  const end = () => {
    clearTimeout(timer);
    ending.abort();
  };
  const give = () => {
    end();
    const given = typed;
    typed = '';
    return given;
  };
  const leave = () => {
    end();
    onLeft();
  };
  const timer = setTimeout(leave, PATIENCE);
  const take = (event: KeyboardEvent) => {
    const { key } = event;
    if (isShortcut(event) || event.isComposing) return;
    if (['Escape', 'Tab'].includes(key) || isInField(event)) return leave();
    if ([...key].length === 1) typed += key;
    else if (key === 'Enter') typed += '\n';
    else if (key === 'Backspace') typed = typed.slice(0, -1);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const window = document.defaultView;
  window?.addEventListener('keydown', take, first);
  window?.addEventListener('pointerdown', leave, first);
  signal.addEventListener('abort', end);
  return give;
}
