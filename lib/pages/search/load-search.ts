/** Loads the search, after the first rows. */
export const loadSearch = () => import('@/lib/search/search');

/** Loads suggestions of tags and query values. */
export const loadSuggestions = () => import('@/lib/library/suggest-values');
