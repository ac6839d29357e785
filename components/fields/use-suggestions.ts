import { useRef, useState } from 'preact/hooks';

interface Field {
  isEmpty: boolean;
  /** Loads suggestions at the caret, even without typing. */
  loadHere(): void;
  clear(): void;
}

/** A suggestion list's state and keys. */
export interface Suggestions<T> {
  options: readonly T[];
  open: boolean;
  /** Options of an earlier text. */
  outdated: boolean;
  /** Index; -1 for none. */
  active: number;
  /** Opens the list if `found` resolves to options. */
  load(found: Promise<readonly T[]>): void;
  close(): void;
  /**
   * Arrow keys open the list or move in it; Escape closes it, then clears the field.
   * @returns whether it handled the key
   */
  onKeyDown(event: KeyboardEvent, field: Field): boolean;
}

/**
 * Suggestions for a field. Drops late results; keeps old options until new ones arrive, when moves
 * made meanwhile apply.
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
    load(found) {
      const turn = ++asked.current;
      steps.current = 0;
      setOutdated(true);
      setActive(-1);
      found.then(
        (offered) => turn === asked.current && take(offered),
        // Suggestions are optional.
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
          else field.loadHere();
          return true;
        case 'Escape':
          // Nothing to undo: leave Escape to the parent.
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

/** Wraps around `count` options and "none" (-1). */
function moved(place: number, steps: number, count: number): number {
  const places = count + 1;
  return ((((place + 1 + steps) % places) + places) % places) - 1;
}
