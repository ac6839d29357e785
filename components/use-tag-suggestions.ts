import { useRef, useState } from 'preact/hooks';

/** The list of suggestions under a tag field. */
export interface TagSuggestions {
  options: readonly string[];
  open: boolean;
  /** The option that was moved to; -1 for none. */
  active: number;
  /** Asks anew for what is typed and opens the list when there is something to offer. */
  ask(text: string): void;
  /** Moves by `step`, around the end past "none". */
  move(step: 1 | -1): void;
  close(): void;
}

/** Keeps the suggestions for what is typed; an answer that comes late is dropped. */
export function useTagSuggestions(
  suggest: (text: string) => Promise<readonly string[]>,
): TagSuggestions {
  const [options, setOptions] = useState<readonly string[]>([]);
  const [active, setActive] = useState(-1);
  const asked = useRef(0);
  const take = (found: readonly string[]): void => {
    setOptions(found);
    setActive(-1);
  };
  return {
    options,
    open: options.length > 0,
    active,
    ask(text) {
      const turn = ++asked.current;
      suggest(text).then(
        (found) => turn === asked.current && take(found),
        // Suggestions are a help, not a need: without them the tag is typed in full.
        () => turn === asked.current && take([]),
      );
    },
    move(step) {
      const places = options.length + 1;
      setActive(((active + 1 + step + places) % places) - 1);
    },
    close() {
      asked.current++;
      take([]);
    },
  };
}
