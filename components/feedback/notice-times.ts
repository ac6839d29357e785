/** How long Undo of one change is offered, ms. */
export const UNDO_STAYS = 10_000;

/** The same for a change of many, or one with no other way back: to see what it did takes a while. */
export const UNDO_OF_MANY_STAYS = 60_000;

/** How long news that nothing can be done about stays, ms. */
export const NEWS_STAYS = 6000;
