/** Undo time for a single change, ms. */
export const UNDO_DURATION = 10_000;

/** Undo time for bulk changes and those otherwise irreversible, ms: reviewing takes longer. */
export const BULK_UNDO_DURATION = 60_000;

/** Time of a result message without Undo, ms. */
export const TOAST_DURATION = 6000;
