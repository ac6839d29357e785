/** The panel's tab stops, in order. */
export function tabStops(panel: HTMLElement | null): HTMLElement[] {
  const all = panel?.querySelectorAll<HTMLElement>('button, input, textarea, [tabindex="0"]') ?? [];
  // Of radios, only the checked is one.
  return [...all].filter(
    (control) =>
      control.tabIndex >= 0 &&
      !(control instanceof HTMLInputElement && control.type === 'radio' && !control.checked),
  );
}

/** Whether this Tab leaves the panel. */
export function isLeaving(event: KeyboardEvent, panel: HTMLElement | null): boolean {
  const stops = tabStops(panel);
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  return event.composedPath()[0] === edge;
}
