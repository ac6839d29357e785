import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Suggestions } from './use-suggestions';

interface Props<T> {
  /** Of the list; the field names it in `aria-controls`. */
  id: string;
  label: string;
  suggestions: Suggestions<T>;
  keyOf(option: T): string;
  onTake(option: T): void;
  /** What one option shows. */
  children(option: T): ComponentChildren;
}

/** The element that a field names in `aria-activedescendant`; undefined while none is moved to. */
export function activeOptionId(listId: string, active: number): string | undefined {
  return active < 0 ? undefined : `${listId}-${active}`;
}

/** The list under a field that suggests what to type. Its keys are the field's, which keeps the focus. */
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
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- its keys are the field's
        <div
          key={keyOf(option)}
          id={activeOptionId(id, index)}
          class="ps-option"
          role="option"
          aria-selected={index === active}
          // The focus stays in the field, so that pressing an option is no leaving of it.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(option)}
        >
          {children(option)}
        </div>
      ))}
    </div>
  );
}
