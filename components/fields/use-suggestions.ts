import { useRef, useState } from 'preact/hooks';

interface Field {
  isEmpty: boolean;
  /** Requests suggestions at the caret, even if nothing was typed. */
  loadHere(): void;
  clear(): void;
}

/** State and keys of a suggestion list. */
export interface Suggestions<T> {
  options: readonly T[];
  open: boolean;
  /** The options belong to an earlier text. */
  outdated: boolean;
  /** Index of the active option; -1 for none. */
  active: number;
  /** Opens the list when `found` resolves to at least one option. */
  load(found: Promise<readonly T[]>): void;
  close(): void;
  /**
   * Arrow keys open the list or move in it; Escape closes it, then clears the field.
   * @returns whether the key was handled
   */
  onKeyDown(event: KeyboardEvent, field: Field): boolean;
}

/**
 * Suggestions for a field. Late results are dropped; old options stay until new ones arrive, when
 * moves made meanwhile apply.
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
        // Suggestions are optional; ignore the error.
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
          // Nothing left to undo here: leave Escape to the parent.
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

/** Moves by `steps`, wrapping around `count` options and "none" (-1). */
function moved(place: number, steps: number, count: number): number {
  const places = count + 1;
  return ((((place + 1 + steps) % places) + places) % places) - 1;
}
