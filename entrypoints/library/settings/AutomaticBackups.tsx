import { i18n } from '#i18n';
import { FailureMessage } from '@/components/feedback/FailureMessage';
import type { BackupScheduling } from './use-backup-schedule';
import type { BackupSchedule } from '@/lib/settings/backup-schedule';
import { AllowAgain } from './AllowAgain';
import { IntervalControl } from './IntervalControl';
import { KeepField } from './KeepField';
import { SwitchRow } from './SwitchRow';

interface Props extends BackupScheduling {
  schedule: BackupSchedule;
}

export function AutomaticBackups({ schedule, revoked, refused, failure, ...set }: Props) {
  const on = schedule.every !== 'off';
  return (
    <>
      <SwitchRow
        label={i18n.t('backup.automatic')}
        hint={refused ? i18n.t('backup.refused') : !on && i18n.t('backup.automaticHint')}
        explanation
        on={on}
        onChange={on ? set.switchOff : set.switchOn}
      />
      {failure !== undefined && <FailureMessage code={failure} />}
      {on && revoked && <AllowAgain message={i18n.t('backup.notAllowed')} onAllow={set.switchOn} />}
      {schedule.every !== 'off' && (
        <>
          <IntervalControl value={schedule.every} onChange={set.setInterval} />
          <KeepField value={schedule.keep} onChange={set.setKeep} />
        </>
      )}
    </>
  );
}
