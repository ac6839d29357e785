import type { ComponentProps } from 'preact';
import { useId } from 'preact/hooks';
import { SegmentedControl } from '@/components/fields/SegmentedControl';

interface Props<Value extends string> extends ComponentProps<typeof SegmentedControl<Value>> {
  label: string;
  /** What it means, or why it could not be chosen. */
  hint?: string;
  /** Whether the hint is read out when it changes. */
  explanation?: boolean;
}

/** A setting that is one of a few choices. */
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
