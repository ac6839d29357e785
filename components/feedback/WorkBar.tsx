import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { fullCount } from '../format/format-count';
import { useFocusRestore } from '../hooks/use-focus-restore';

export interface WorkUnderWay {
  label: string;
  done: number;
  /** 0 while unknown. */
  total: number;
  onCancel(): void;
}

/** A task's progress, with Cancel. */
export function WorkBar({ label, done, total, onCancel }: WorkUnderWay) {
  const bar = useRef<HTMLDivElement>(null);
  useFocusRestore(bar);
  return (
    <div ref={bar} class="ps-undo work" role="status">
      <span>{label}</span>
      <progress aria-label={label} {...(total > 0 ? { value: done, max: total } : {})} />
      {total > 0 && (
        <span class="work-count" aria-hidden="true">
          {i18n.t('work.progress', [fullCount(done), fullCount(total)])}
        </span>
      )}
      <button type="button" class="ps-button" onClick={onCancel}>
        {i18n.t('work.cancel')}
      </button>
    </div>
  );
}
