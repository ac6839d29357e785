import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';

/** The latest value, for listeners and timers that outlive a render. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  latest.current = value;
  return latest;
}
