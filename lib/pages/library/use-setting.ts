import { useOptimistic, type ShowChange } from '@/components/hooks/use-optimistic';
import { useSubscription } from '@/components/hooks/use-subscription';
import type { StoredValue } from '@/lib/settings/stored-value';

/** The current value of a setting, wherever it changes; undefined until read. */
export function useSetting<T>(setting: StoredValue<T>): T | undefined {
  return useSubscription(() => setting, [setting]);
}

/** A setting that the page changes, part by part. */
export interface EditableSetting<T> {
  /** Undefined until read, as is `shown`. */
  stored: T | undefined;
  /** With the changes that are being stored. */
  shown: T | undefined;
  /** Shows a change while it is being stored. */
  show: ShowChange<Partial<T>>;
  /** Merges a change into the value as stored now. */
  store(part: Partial<T>): Promise<void>;
}

/** Like `useSetting`, for a setting that the page changes. */
export function useEditableSetting<T extends object>(setting: StoredValue<T>): EditableSetting<T> {
  const stored = useSetting(setting);
  const [shown, show] = useOptimistic(stored, changedPart<T>);
  return {
    stored,
    shown,
    show,
    store: (part) => setting.change((former) => ({ ...former, ...part })),
  };
}

function changedPart<T extends object>(value: T | undefined, part: Partial<T>): T | undefined {
  return value && { ...value, ...part };
}
