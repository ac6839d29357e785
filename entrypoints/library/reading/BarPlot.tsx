import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Bars, DrawBars } from './bar-plot';
import { useWidth } from './use-width';

interface Props {
  /** The same object while it is the same. */
  bars: Bars;
  /** Undefined while it is being loaded: its place is kept. */
  draw: DrawBars | undefined;
}

/** A plot that is as wide as its place. */
export function BarPlot({ bars, draw }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  useLayoutEffect(() => {
    if (draw !== undefined && width > 0) frame.current?.replaceChildren(draw(bars, width));
  }, [bars, draw, width]);
  return <div ref={frame} class="plot" style={{ height: `${bars.height}px` }} />;
}
