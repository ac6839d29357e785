import { useRef, useState } from 'preact/hooks';

/** The list of suggestions under a field. */
export interface Suggestions<T> {
  options: readonly T[];
  open: boolean;
  /** Whether the options are still those for what was typed before. */
  outdated: boolean;
  /** The option that was moved to; -1 for none. */
  active: number;
  /** Opens the list once `found` is there and has something to offer. */
  ask(found: Promise<readonly T[]>): void;
  /** Moves by `step`, around the end past "none". */
  move(step: 1 | -1): void;
  close(): void;
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
  return {
    options,
    open: options.length > 0,
    outdated,
    active,
    ask(found) {
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
    move(step) {
      if (outdated) steps.current += step;
      else setActive(moved(active, step, options.length));
    },
    close() {
      asked.current++;
      steps.current = 0;
      take([]);
    },
  };
}

/** The place `steps` away from `place` among `count` options and "none", which is -1. */
function moved(place: number, steps: number, count: number): number {
  const places = count + 1;
  return ((((place + 1 + steps) % places) + places) % places) - 1;
}
