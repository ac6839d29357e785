import './bar-plot.css';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Bars, DrawBars } from './bar-plot';
import { useWidth } from './use-width';

interface Props {
  /** Must be referentially stable. */
  bars: Bars;
  /** Undefined while loading; reserves the space. */
  draw: DrawBars | undefined;
}

/** A plot as wide as its container. */
export function BarPlot({ bars, draw }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  useLayoutEffect(() => {
    if (draw !== undefined && width > 0) frame.current?.replaceChildren(draw(bars, width));
  }, [bars, draw, width]);
  return <div ref={frame} class="plot" style={{ height: `${bars.height}px` }} />;
}
