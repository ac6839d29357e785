import { useRef, useState } from 'preact/hooks';

interface Field {
  isEmpty: boolean;
  /** Asks for what can be suggested where the field is, typed or not. */
  askHere(): void;
  clear(): void;
}

/** The list of suggestions under a field. */
export interface Suggestions<T> {
  options: readonly T[];
  open: boolean;
  /** Whether the options are still those for what was typed before. */
  outdated: boolean;
  /** The option that was moved to; -1 for none. */
  active: number;
  /** Opens the list once `found` is there and has something to offer. */
  sendMessage(found: Promise<readonly T[]>): void;
  close(): void;
  /**
   * Does what the keys of every such field do: the arrows open the list or move in it; Escape closes
   * it, then clears the field.
   * @returns whether the key was one of these
   */
  onKeyDown(event: KeyboardEvent, field: Field): boolean;
}

/**
 * Keeps the suggestions for what is typed. An answer that comes late is dropped. The former options
 * stay until the next ones are there, which is when a move made in the meantime is made.
 */
export function useSuggestions<T>(): Suggestions<T> {
  const [options, setOptions] = useState<readonly T[]>([]);
  const [outdated, setOutdated] = useState(false);
  const [active, setActive] = useState(-1);
  const asked = useRef(0);
  const steps = useRef(0);
  const take = (found: readonly T[]): void => {
    setOptions(found);
    setOutdated(false);
    setActive(moved(-1, steps.current, found.length));
    steps.current = 0;
  };
  const open = options.length > 0;
  const move = (step: 1 | -1): void => {
    if (outdated) steps.current += step;
    else setActive(moved(active, step, options.length));
  };
  const close = (): void => {
    asked.current++;
    steps.current = 0;
    take([]);
  };
  return {
    options,
    open,
    outdated,
    active,
    sendMessage(found) {
      const turn = ++asked.current;
      steps.current = 0;
      setOutdated(true);
      setActive(-1);
      found.then(
        (offered) => turn === asked.current && take(offered),
        // Suggestions are a help, not a need: without them all is typed in full.
        () => turn === asked.current && take([]),
      );
    },
    close,
    onKeyDown(event, field) {
      switch (event.key) {
        case 'ArrowDown':
        case 'ArrowUp':
          event.preventDefault();
          if (open) move(event.key === 'ArrowDown' ? 1 : -1);
          else field.askHere();
          return true;
        case 'Escape':
          // One step at a time: the list, the text, and only then whoever is around.
          if (!open && field.isEmpty) return true;
          event.preventDefault();
          event.stopPropagation();
          if (open) close();
          else field.clear();
          return true;
        default:
          return false;
      }
    },
  };
}

/** The place `steps` away from `place` among `count` options and "none", which is -1. */
function moved(place: number, steps: number, count: number): number {
  const places = count + 1;
  return ((((place + 1 + steps) % places) + places) % places) - 1;
}
