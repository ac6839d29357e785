/** What in the panel can be come to by Tab, in its order. */
export function tabStops(panel: HTMLElement | null): HTMLElement[] {
  const all = panel?.querySelectorAll<HTMLElement>('button, input, textarea, [tabindex="0"]') ?? [];
  // Of radios, only the chosen one is a tab stop.
  return [...all].filter(
    (control) =>
      control.tabIndex >= 0 &&
      !(control instanceof HTMLInputElement && control.type === 'radio' && !control.checked),
  );
}

/** Whether Tab, pressed where it was, leads out of the panel. */
export function isLeaving(event: KeyboardEvent, panel: HTMLElement | null): boolean {
  const stops = tabStops(panel);
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  return event.composedPath()[0] === edge;
}
