import type { DrawBars } from './bar-plot';
import { once, useSubscription } from '@/components/hooks/use-subscription';

/** The plotting library, only for this view; undefined while loading. */
export function useDrawBars(): DrawBars | undefined {
  return useSubscription(() => once(loadDrawBars), []);
}

async function loadDrawBars(): Promise<DrawBars> {
  return (await import('./bar-plot')).drawBars;
}
