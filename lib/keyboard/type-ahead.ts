import { listen } from '@/lib/shared/trusted-events';
import { isComposing, isShortcut } from './keys-pressed';
import { isInField } from './where-pressed';

/** ms; much longer than saving. */
const FIELD_TIMEOUT = 30_000;

/** Time without a key, ms. */
const PAUSE = 150;
/** Longest wait for a pause, ms. */
const LONGEST_WAIT = 500;

export interface TypedAhead {
  /** Ends the buffering and returns the text, once; Enter is a line break. */
  end(): string;
  /**
   * Calls `then` in a pause of typing: Chromium drops keys while the focus moves to another process
   * (seen in 156).
   */
  whenPaused(then: () => void): void;
}

/**
 * Buffers text until its field appears: on the page, letters would be shortcuts and Enter follow
 * the focused link.
 * @param onLeft called after `FIELD_TIMEOUT`, or on Escape, Tab, a pointer press or another field
 */
export function typeAhead(
  document: Document,
  signal: AbortSignal,
  onLeft: () => void = () => {},
): TypedAhead {
  let typed = '';
  let isPaused = false;
  let onPaused: (() => void) | undefined;
  const ending = new AbortController();
  // Before all other listeners.
  const first = { capture: true, signal: ending.signal };
  const end = () => {
    for (const timer of [timeout, pause, longest]) clearTimeout(timer);
    isPaused = true;
    onPaused = undefined;
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
  const rest = () => {
    const then = onPaused;
    isPaused = true;
    onPaused = undefined;
    then?.();
  };
  const timeout = setTimeout(leave, FIELD_TIMEOUT);
  let pause = setTimeout(rest, PAUSE);
  let longest: ReturnType<typeof setTimeout> | undefined;
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
    isPaused = false;
    clearTimeout(pause);
    pause = setTimeout(rest, PAUSE);
  };
  const window = document.defaultView;
  if (window !== null) {
    listen(window, 'keydown', take, first);
    listen(window, 'pointerdown', leave, first);
  }
  signal.addEventListener('abort', end);
  return {
    end: give,
    whenPaused(then) {
      if (isPaused) return then();
      onPaused = then;
      longest = setTimeout(rest, LONGEST_WAIT);
    },
  };
}
