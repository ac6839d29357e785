import { i18n } from '#i18n';
import { STATUSES, type Status } from '@/lib/papers/entry';
import { SegmentedControl } from './SegmentedControl';
import { statusLabel } from '../format/status-labels';
import { replace, useOptimistic } from '../hooks/use-optimistic';
import { StatusDot } from './StatusDot';

interface Props {
  /** As stored. */
  value: Status;
  /** Resolves to whether it was stored; reports failures. */
  onChange(status: Status): Promise<boolean>;
}

/** Selects the reading status; shows a choice while storing it. */
export function StatusControl({ value, onChange }: Props) {
  const [shown, show] = useOptimistic(value, replace<Status>);
  return (
    <SegmentedControl
      aria-label={i18n.t('status.label')}
      options={STATUSES}
      value={shown}
      labelOf={statusLabel}
      markOf={dotOf}
      onChange={(status) => show(status, onChange(status))}
    />
  );
}

function dotOf(status: Status) {
  return <StatusDot status={status} />;
}
