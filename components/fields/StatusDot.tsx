import type { Status } from '@/lib/papers/entry';

/** The small glyph of a status: empty, half or full. Decorative: its words stand elsewhere. */
export function StatusDot({ status }: { status: Status }) {
  return <span class={`ps-dot ps-dot-${status}`} aria-hidden="true" />;
}
