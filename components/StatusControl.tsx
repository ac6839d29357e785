import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { STATUSES, type Status } from '@/lib/papers/entry';
import { StatusDot } from './StatusDot';
import { statusWord } from './status-words';

interface Props {
  value: Status;
  onChange(status: Status): void;
}

/** How far the reader is with a paper. Native radios, so arrow keys and forms work as anywhere. */
export function StatusControl({ value, onChange }: Props) {
  const name = useId();
  return (
    <div class="ps-segments" role="radiogroup" aria-label={i18n.t('status.label')}>
      {STATUSES.map((status) => (
        <label key={status} class="ps-segment">
          <input
            type="radio"
            name={name}
            value={status}
            checked={status === value}
            onChange={() => onChange(status)}
          />
          <StatusDot status={status} />
          <span class="ps-segment-word" data-word={statusWord(status)}>
            {statusWord(status)}
          </span>
        </label>
      ))}
    </div>
  );
}
