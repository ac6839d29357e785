import type { ComponentProps } from 'preact';
import { useId } from 'preact/hooks';
import { SegmentedControl } from '@/components/fields/SegmentedControl';

interface Props<Value extends string> extends ComponentProps<typeof SegmentedControl<Value>> {
  label: string;
  /** Explanation, or why a choice failed. */
  hint?: string;
  /** Screen readers announce hint changes. */
  explanation?: boolean;
}

/** A setting with few choices. */
export function SegmentedRow<Value extends string>(props: Props<Value>) {
  const { label, hint, explanation = false, ...control } = props;
  const id = useId();
  return (
    <div class="settings-row">
      <span id={id}>{label}</span>
      <SegmentedControl
        aria-labelledby={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        {...control}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} class="settings-hint" role={explanation ? 'status' : undefined}>
          {hint}
        </p>
      )}
    </div>
  );
}
