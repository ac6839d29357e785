import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Suggestions } from './use-suggestions';

interface Props<T> {
  /** For `aria-controls`. */
  id: string;
  label: string;
  suggestions: Suggestions<T>;
  keyOf(option: T): string;
  onTake(option: T): void;
  children(option: T): ComponentChildren;
}

/** An option's id, for `aria-activedescendant`. */
export function activeOptionId(listId: string, active: number): string | undefined {
  return active < 0 ? undefined : `${listId}-${active}`;
}

/** Suggestions under a field, which keeps the focus and handles keys. */
export function OptionList<T>({ id, label, suggestions, keyOf, onTake, children }: Props<T>) {
  const { options, open, active } = suggestions;
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const shown = active < 0 ? list.current : list.current?.children[active];
    if (open) shown?.scrollIntoView({ block: 'nearest' });
  }, [open, active]);
  return (
    <div ref={list} id={id} class="ps-options" role="listbox" aria-label={label} hidden={!open}>
      {options.map((option, index) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the field handles keys
        <div
          key={keyOf(option)}
          id={activeOptionId(id, index)}
          class="ps-option"
          role="option"
          aria-selected={index === active}
          // A press must not blur the field.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(option)}
        >
          {children(option)}
        </div>
      ))}
    </div>
  );
}
