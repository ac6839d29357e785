import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { FailureMessage } from '@/components/FailureMessage';
import type { BackupScheduling } from '@/lib/extension-pages/use-backup-schedule';
import type { BackupSchedule } from '@/lib/settings/backup-schedule';
import { IntervalControl } from './IntervalControl';
import { KeepField } from './KeepField';

interface Props extends BackupScheduling {
  schedule: BackupSchedule;
  allowed: boolean;
}

/** Whether copies are made by themselves, how often, and how many are kept. */
export function AutomaticCopies({ schedule, allowed, refused, failure, ...set }: Props) {
  const id = useId();
  const on = schedule.every !== 'off';
  return (
    <>
      <div class="settings-row">
        <label for={id}>{i18n.t('backup.automatic')}</label>
        <input
          id={id}
          class="switch"
          type="checkbox"
          role="switch"
          checked={on}
          aria-checked={on}
          aria-describedby={`${id}-hint`}
          onClick={(event) => {
            // It turns when the setting has changed: the reader may still say no to the browser.
            event.preventDefault();
            if (on) set.switchOff();
            else set.switchOn();
          }}
        />
        <p id={`${id}-hint`} class="settings-hint" role="status">
          {refused ? i18n.t('backup.refused') : !on && i18n.t('backup.automaticHint')}
        </p>
      </div>
      {failure !== undefined && <FailureMessage code={failure} />}
      {on && !allowed && (
        <div class="settings-row settings-warning" role="status">
          <span>{i18n.t('backup.notAllowed')}</span>
          <button type="button" class="ps-button" onClick={set.switchOn}>
            {i18n.t('backup.allowAgain')}
          </button>
        </div>
      )}
      {schedule.every !== 'off' && (
        <>
          <IntervalControl value={schedule.every} onChange={set.setInterval} />
          <KeepField value={schedule.keep} onChange={set.setKeep} />
        </>
      )}
    </>
  );
}
