import type { DrawBars } from './bar-plot';
import { once, useSubscription } from '@/components/hooks/use-subscription';

/** Loads the plotting library, which no other view needs; undefined while loading. */
export function useDrawBars(): DrawBars | undefined {
  return useSubscription(() => once(loadDrawBars), []);
}

async function loadDrawBars(): Promise<DrawBars> {
  return (await import('./bar-plot')).drawBars;
}
