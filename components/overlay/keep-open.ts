/** Keeps Escape, which cancels a composition, from closing the box around its field. */
export function keepOpen(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
