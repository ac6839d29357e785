import type { Status } from '@/lib/papers/entry';

/** A decorative dot: empty, half or full. The label is elsewhere. */
export function StatusDot({ status }: { status: Status }) {
  return <span class={`ps-dot ps-dot-${status}`} aria-hidden="true" />;
}
