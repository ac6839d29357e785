/** Keeps Escape, which cancels a composition, from closing the surrounding box. */
export function keepOpen(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
