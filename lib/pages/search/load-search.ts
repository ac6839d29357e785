/** Loads the search, which comes after the first rows. Immediate once loaded. */
export const loadSearch = () => import('@/lib/search/search');

/** Loads the suggestions of tags and query values, like `loadSearch`. */
export const loadSuggestions = () => import('@/lib/library/suggest-values');
