import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type Range,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';

interface Options {
  count: number;
  /** Estimated height, px. */
  estimate: number;
  keyOf(index: number): string;
  /** Always rendered: the focused row. */
  keep: number;
}

/** Renders rows in view, plus overscan. */
export function useVirtualRows({ count, estimate, keyOf, keep }: Options): {
  scroller: RefObject<HTMLDivElement | null>;
  virtual: Virtualizer<HTMLDivElement, HTMLElement>;
} {
  const scroller = useRef<HTMLDivElement>(null);
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const options = {
    count,
    getItemKey: keyOf,
    estimateSize: () => estimate,
    getScrollElement: () => scroller.current,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: redraw as () => void,
    overscan: 8,
    rangeExtractor: (range: Range) => indexesOf(range, keep),
  };
  const [virtual] = useState(() => new Virtualizer<HTMLDivElement, HTMLElement>(options));
  virtual.setOptions(options);
  // As the library's framework adapters do.
  /* oxlint-disable no-underscore-dangle */
  useLayoutEffect(() => virtual._didMount(), [virtual]);
  useLayoutEffect(() => virtual._willUpdate());
  /* oxlint-enable no-underscore-dangle */
  return { scroller, virtual };
}

function indexesOf({ startIndex, endIndex, overscan, count }: Range, keep: number): number[] {
  const first = Math.max(0, startIndex - overscan);
  const last = Math.min(count - 1, endIndex + overscan);
  const indexes = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  if (keep >= 0 && keep < first) indexes.unshift(keep);
  if (keep > last && keep < count) indexes.push(keep);
  return indexes;
}
