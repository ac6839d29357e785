import { useEffect, useState } from 'preact/hooks';
import type { DrawBars } from '@/components/reading/bar-plot';

/** Loads what draws: a plotting library, which no other view needs. Undefined until it is there. */
export function useDrawBars(): DrawBars | undefined {
  const [draw, setDraw] = useState<DrawBars>();
  const [error, setError] = useState<{ reason: unknown }>();
  useEffect(() => {
    import('@/components/reading/bar-plot').then(
      ({ drawBars }) => setDraw(() => drawBars),
      (reason: unknown) => setError({ reason }),
    );
  }, []);
  // For the page's boundary to show.
  if (error !== undefined) throw error.reason;
  return draw;
}
