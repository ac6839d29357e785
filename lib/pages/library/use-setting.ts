import { useSubscription } from '@/components/hooks/use-subscription';
import type { StoredValue } from '@/lib/settings/stored-value';

/** A setting as it is now, in whichever part of the extension it changes; undefined until read. */
export function useSetting<T>(setting: StoredValue<T>): T | undefined {
  return useSubscription(() => setting, [setting]);
}
