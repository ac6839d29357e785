import { useOptimistic, type ShowChange } from '@/components/hooks/use-optimistic';
import { useSubscription } from '@/components/hooks/use-subscription';
import type { StoredValue } from '@/lib/settings/stored-value';

/** A setting's live value; undefined until read. */
export function useSetting<T>(setting: StoredValue<T>): T | undefined {
  return useSubscription(() => setting, [setting]);
}

export interface EditableSetting<T> {
  /** Undefined until read, like `shown`. */
  stored: T | undefined;
  /** With changes being stored. */
  shown: T | undefined;
  /** Shows a change while storing it. */
  show: ShowChange<Partial<T>>;
  /** Merges into the currently stored value. */
  store(part: Partial<T>): Promise<void>;
}

/** `useSetting` for a setting that the page changes. */
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
