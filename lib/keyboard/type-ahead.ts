import { listen } from '@/lib/shared/trusted-events';
import { isComposing, isShortcut } from './keys-pressed';
import { isInField } from './where-pressed';

/** Timeout for the field to appear, ms; much longer than saving. */
const FIELD_TIMEOUT = 30_000;

/**
 * Buffers text until its field appears: on the page, letters would be shortcuts and Enter follow
 * the focused link.
 * @param onLeft called after `FIELD_TIMEOUT`, or on Escape, Tab, a pointer press or another field
 * @returns ends the buffering and returns the text, once; Enter is a line break
 */
export function typeAhead(
  document: Document,
  signal: AbortSignal,
  onLeft: () => void = () => {},
): () => string {
  let typed = '';
  const ending = new AbortController();
  // Before all other listeners.
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
  const timer = setTimeout(leave, FIELD_TIMEOUT);
  const take = (event: KeyboardEvent) => {
    const { key } = event;
    if (isShortcut(event) || isComposing(event)) return;
    if (['Escape', 'Tab'].includes(key) || isInField(event)) return leave();
    if ([...key].length === 1) typed += key;
    else if (key === 'Enter') typed += '\n';
    else if (key === 'Backspace') typed = typed.slice(0, -1);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const window = document.defaultView;
  if (window !== null) {
    listen(window, 'keydown', take, first);
    listen(window, 'pointerdown', leave, first);
  }
  signal.addEventListener('abort', end);
  return give;
}
