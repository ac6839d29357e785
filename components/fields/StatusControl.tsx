import { i18n } from '#i18n';
import { STATUSES, type Status } from '@/lib/papers/entry';
import { SegmentedControl } from './SegmentedControl';
import { statusLabel } from '../format/status-labels';
import { StatusDot } from './StatusDot';

interface Props {
  value: Status;
  onChange(status: Status): void;
}

/** Selects the reading status. */
export function StatusControl({ value, onChange }: Props) {
  return (
    <SegmentedControl
      aria-label={i18n.t('status.label')}
      options={STATUSES}
      value={value}
      labelOf={statusLabel}
      markOf={dotOf}
      onChange={onChange}
    />
  );
}

function dotOf(status: Status) {
  return <StatusDot status={status} />;
}
