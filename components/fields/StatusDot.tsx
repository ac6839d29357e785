import type { Status } from '@/lib/papers/entry';

/** A decorative dot (the label is elsewhere): empty, half or full. */
export function StatusDot({ status }: { status: Status }) {
  return <span class={`ps-dot ps-dot-${status}`} aria-hidden="true" />;
}
