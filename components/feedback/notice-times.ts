/** How long Undo of a single change is offered, ms. */
export const UNDO_STAYS = 10_000;

/**
 * Undo time for bulk changes and those with no other way to revert, ms: reviewing them takes
 * longer.
 */
export const UNDO_OF_MANY_STAYS = 60_000;

/** How long a result message without Undo is shown, ms. */
export const NEWS_STAYS = 6000;
