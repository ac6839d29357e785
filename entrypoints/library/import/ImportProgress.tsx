import './import-progress.css';
import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { useFocusRestore } from '@/components/hooks/use-focus-restore';
import { StepHeading } from './StepHeading';

interface Props {
  /** `Reading refs.bib…`. */
  label: string;
  /** 0 to 1; undefined if unknown. */
  fraction: number | undefined;
  /** `1,200 of 9,577`. */
  count: string;
  /** What cancelling does. */
  hint: string;
  onCancel(): void;
}

export function ImportProgress({ label, fraction, count, hint, onCancel }: Props) {
  const area = useRef<HTMLDivElement>(null);
  useFocusRestore(area);
  return (
    <div ref={area} class="import-step import-progress">
      <StepHeading>{label}</StepHeading>
      <progress aria-label={label} {...(fraction !== undefined && { value: fraction })} />
      <p class="import-progress-foot">
        <span class="import-count">{count}</span>
        <span class="import-small">{hint}</span>
      </p>
      <button type="button" class="ps-button" onClick={onCancel}>
        {i18n.t('work.cancel')}
      </button>
    </div>
  );
}
