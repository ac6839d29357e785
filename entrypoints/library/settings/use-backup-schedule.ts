import { useState } from 'preact/hooks';
import { useFailure } from '@/components/feedback/use-failure';
import { useSubscription } from '@/components/hooks/use-subscription';
import { askToSaveFiles, removeSavingFiles, savingFilesAllowed } from '@/lib/backups/permission';
import type { FailureCode } from '@/lib/shared/failure';
import { backupSchedule, type BackupSchedule, type Interval } from '@/lib/settings/backup-schedule';
import { sendToBackground } from '@/lib/pages/actions/background-fallback';
import { useEditableSetting } from '@/lib/pages/library/use-setting';

/** Interval when switching on. */
const FIRST_INTERVAL: Interval = 'week';

export interface BackupScheduling {
  /** With changes being stored; undefined while loading. */
  schedule: BackupSchedule | undefined;
  /** Saving files is permitted; undefined if unknown. */
  allowed: boolean | undefined;
  /** On, but saving files is no longer permitted. */
  revoked: boolean;
  /** The reader just denied the permission. */
  refused: boolean;
  failure: FailureCode | undefined;
  /** Call in the click handler, which may prompt. */
  switchOn(): void;
  switchOff(): void;
  setInterval(every: Interval): void;
  setKeep(keep: number): void;
}

export function useBackupSchedule(): BackupScheduling {
  const { stored, shown, show, store } = useEditableSetting(backupSchedule);
  const allowed = useSubscription(() => savingFilesAllowed, []);
  const [refused, setRefused] = useState(false);
  const { failure, attempt } = useFailure();

  const change = async (part: Partial<BackupSchedule>): Promise<void> => {
    await store(part);
    // Do not wait: the schedule is stored.
    sendToBackground({ type: 'backups.make-if-due', payload: {} });
  };
  const set = (
    part: Partial<BackupSchedule>,
    work: () => Promise<unknown> = () => change(part),
  ): void => show(part, attempt(work));
  return {
    schedule: shown,
    allowed,
    revoked: stored !== undefined && stored.every !== 'off' && allowed === false,
    refused,
    failure: failure?.code,
    switchOn() {
      setRefused(false);
      const former = shown?.every ?? 'off';
      const part = { every: former === 'off' ? FIRST_INTERVAL : former };
      set(part, async () => {
        const agreed = await askToSaveFiles();
        setRefused(!agreed);
        if (agreed) await change(part);
        return agreed;
      });
    },
    switchOff() {
      setRefused(false);
      const part = { every: 'off' } as const;
      set(part, () => change(part).then(removeSavingFiles));
    },
    setInterval: (every) => set({ every }),
    setKeep: (keep) => set({ keep }),
  };
}
