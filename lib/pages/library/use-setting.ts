import { useSubscription } from '@/components/hooks/use-subscription';
import type { StoredValue } from '@/lib/settings/stored-value';

/** The current value of a setting, wherever it changes; undefined until read. */
export function useSetting<T>(setting: StoredValue<T>): T | undefined {
  return useSubscription(() => setting, [setting]);
}
