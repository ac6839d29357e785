import { useState } from 'preact/hooks';
import { useFailure } from '@/components/feedback/use-failure';
import { useSubscription } from '@/components/hooks/use-subscription';
import { askToSaveFiles, removeSavingFiles, savingFilesAllowed } from '@/lib/backups/permission';
import type { FailureCode } from '@/lib/shared/failure';
import { backupSchedule, type BackupSchedule, type Interval } from '@/lib/settings/backup-schedule';
import { sendToBackground } from '@/lib/pages/actions/background-fallback';
import { useSetting } from '@/lib/pages/library/use-setting';

/** How often a copy is made once automatic copies are switched on. */
const FIRST_INTERVAL: Interval = 'week';

export interface BackupScheduling {
  /** Undefined until it is read. */
  schedule: BackupSchedule | undefined;
  /** Whether the browser lets us save files; undefined until it said. */
  allowed: boolean | undefined;
  /** Whether the reader was just asked to allow it, and did not. */
  refused: boolean;
  failure: FailureCode | undefined;
  /** Called in the click itself: the browser asks the reader then. */
  switchOn(): void;
  switchOff(): void;
  setInterval(every: Interval): void;
  setKeep(keep: number): void;
}

/** The schedule of automatic copies, and the permission that goes with it. */
export function useBackupSchedule(): BackupScheduling {
  const schedule = useSetting(backupSchedule);
  const allowed = useSubscription(() => savingFilesAllowed, []);
  const [refused, setRefused] = useState(false);
  const { failure, attempt } = useFailure();

  /** The one setting, changed as it is stored now. */
  const change = async (part: Partial<BackupSchedule>): Promise<void> => {
    await backupSchedule.change((former) => ({ ...former, ...part }));
    // The schedule has changed, whether or not the background hears of it at once.
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
