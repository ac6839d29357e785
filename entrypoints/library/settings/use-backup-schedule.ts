import { useState } from 'preact/hooks';
import { useFailure } from '@/components/feedback/use-failure';
import { useSubscription } from '@/components/hooks/use-subscription';
import { askToSaveFiles, removeSavingFiles, savingFilesAllowed } from '@/lib/backups/permission';
import type { FailureCode } from '@/lib/shared/failure';
import { backupSchedule, type BackupSchedule, type Interval } from '@/lib/settings/backup-schedule';
import { sendToBackground } from '@/lib/pages/actions/background-fallback';
import { useSetting } from '@/lib/pages/library/use-setting';

/** Interval when automatic backups are switched on. */
const FIRST_INTERVAL: Interval = 'week';

export interface BackupScheduling {
  /** Undefined while loading. */
  schedule: BackupSchedule | undefined;
  /** Whether saving files is permitted; undefined while unknown. */
  allowed: boolean | undefined;
  /** Whether the user just denied the permission. */
  refused: boolean;
  failure: FailureCode | undefined;
  /** Call in the click handler, for the permission prompt. */
  switchOn(): void;
  switchOff(): void;
  setInterval(every: Interval): void;
  setKeep(keep: number): void;
}

/** The automatic backup schedule and its permission. */
export function useBackupSchedule(): BackupScheduling {
  const schedule = useSetting(backupSchedule);
  const allowed = useSubscription(() => savingFilesAllowed, []);
  const [refused, setRefused] = useState(false);
  const { failure, attempt } = useFailure();

  /** Merges into the value as stored now. */
  const change = async (part: Partial<BackupSchedule>): Promise<void> => {
    await backupSchedule.change((former) => ({ ...former, ...part }));
    // Fire and forget: the schedule is already stored.
    sendToBackground({ type: 'backups.make-if-due', payload: {} });
  };
  const switchOnWhenAllowed = async (answer: Promise<boolean>): Promise<void> => {
    const agreed = await answer;
    setRefused(!agreed);
    const every = schedule?.every ?? 'off';
    if (agreed) await change({ every: every === 'off' ? FIRST_INTERVAL : every });
  };
  return {
    schedule,
    allowed,
    refused,
    failure: failure?.code,
    switchOn() {
      setRefused(false);
      attempt(() => switchOnWhenAllowed(askToSaveFiles()));
    },
    switchOff() {
      setRefused(false);
      attempt(() => change({ every: 'off' }).then(removeSavingFiles));
    },
    setInterval: (every) => attempt(() => change({ every })),
    setKeep: (keep) => attempt(() => change({ keep })),
  };
}
