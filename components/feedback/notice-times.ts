/** How long Undo of a single change is offered, ms. */
export const UNDO_DURATION = 10_000;

/**
 * Undo time for bulk changes and those with no other way to revert, ms: reviewing them takes
 * longer.
 */
export const BULK_UNDO_DURATION = 60_000;

/** How long a result message without Undo is shown, ms. */
export const TOAST_DURATION = 6000;
