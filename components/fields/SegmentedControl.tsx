import type { AriaAttributes, ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props<Value extends string> extends Pick<
  AriaAttributes,
  'aria-label' | 'aria-labelledby' | 'aria-describedby'
> {
  options: readonly Value[];
  value: Value;
  labelOf(option: Value): string;
  /** Rendered before the label. */
  markOf?(option: Value): ComponentChildren;
  onChange(value: Value): void;
}

/** A radio group of native inputs, for arrow keys and forms. */
export function SegmentedControl<Value extends string>(props: Props<Value>) {
  const { options, value, labelOf, markOf, onChange, ...aria } = props;
  const name = useId();
  return (
    <div class="ps-segments" role="radiogroup" {...aria}>
      {options.map((option) => (
        <label key={option} class="ps-segment">
          <input
            type="radio"
            name={name}
            value={option}
            checked={option === value}
            onChange={() => onChange(option)}
          />
          {markOf?.(option)}
          <span class="ps-segment-label" data-label={labelOf(option)}>
            {labelOf(option)}
          </span>
        </label>
      ))}
    </div>
  );
}
