import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Focused on mount: screen readers announce the step. */
export function StepHeading({ children }: { children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h3 ref={heading} class="import-heading" tabIndex={-1}>
      {children}
    </h3>
  );
}
